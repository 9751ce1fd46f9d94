import { Matrix, type ShapeError } from "spiralnet";
import { decisionRegions, lossCurve, scatter } from "spiralnet/plot";
import { describe, expect, test } from "vitest";
import { parseSvg } from "./support/svg-document.js";

/** Values that a caller may pass by mistake, by what they are. */
const values: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  null: null,
  true: true,
  "0": 0,
  "-1": -1,
  "0.5": 0.5,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "1e-320": 1e-320,
  "1e308": 1e308,
  "5n": 5n,
  "a text": "text",
  "an empty text": "",
  "a very long text": "text".repeat(25_000),
  "a symbol": Symbol("symbol"),
  "an empty object": {},
  "an object without a prototype": Object.create(null),
  "an object with a text": { text: "text" },
  "a Proxy": new Proxy({}, {}),
  "an empty array": [],
  "an array of null": [null],
  "an array of an array": [[]],
  "an array with holes": new Array(2),
  "an array-like of negative length": { length: -3 },
  "BigInts in a typed array": new BigInt64Array(2),
  "an ArrayBuffer": new ArrayBuffer(8),
  "a DataView": new DataView(new ArrayBuffer(8)),
  "a Date": new Date(0),
  "a regular expression": /text/,
  "an Error": new Error("text"),
  "a Promise": Promise.resolve([1, 0.5]),
  "a Map": new Map([["training", [1, 0.5]]]),
  "a Set": new Set([1, 0.5]),
  "a WeakMap": new WeakMap(),
  "a generator": (function* () {
    yield 1;
  })(),
  "a function": () => undefined,
  "a long function": () => {
    // This source is as long as that of any real function, and would fill a terminal with lines that say nothing
    // about the error. A message must name the function, not print it.
    return undefined;
  },
  "an async function": async () => Matrix.zeros(2, 2),
  "a class of models": class {
    predict(x: Matrix) {
      return x;
    }
  },
  "a 3 x 3 matrix": Matrix.zeros(3, 3),
  "a 2 x 2 matrix with NaN": Matrix.full(2, 2, Number.NaN),
  "a matrix without a size": { data: Float64Array.of(1, 2) },
  "a 2 x 2 matrix of 3 numbers": { rows: 2, cols: 2, data: new Float64Array(3) },
  "a matrix with half a column": { rows: 2, cols: 1.5, data: new Float64Array(3) },
  "a matrix whose rows are a symbol": { rows: Symbol("rows"), cols: 2, data: new Float64Array(4) },
};

/** An argument or option, a call that passes a value there, and which of the values are right. */
type Place = [name: string, call: (value: never) => string, ...right: (keyof typeof values)[]];

const record = ["an empty object", "an object without a prototype", "a Proxy"];
const points = { x: Matrix.zeros(2, 2), y: [0, 1] };
const identity = (x: Matrix) => x;

function dataOf(draw: (data: never) => string): Place[] {
  return [
    ["data", draw],
    ["data.x", (x) => draw({ x, y: points.y } as never)],
    ["data.y", (y) => draw({ x: points.x, y } as never)],
    ["data.y[1]", (label) => draw({ x: points.x, y: [0, label] } as never), "0"],
  ];
}

function optionsOf(draw: (options: never) => string): Place[] {
  const texts = ["a text", "a very long text"];
  const option = (name: string, ...right: string[]): Place => [
    `options.${name}`,
    (value) => draw({ [name]: value } as never),
    "undefined",
    ...right,
  ];
  return [
    ["options", draw, "undefined", ...record],
    ["an unknown option", (value) => draw({ colours: value } as never)],
    option("title", ...texts, "an empty text"),
    option("width"),
    option("height"),
    option("colors"),
    ["options.colors[1]", (color) => draw({ colors: ["red", color] } as never), ...texts],
  ];
}

describe.each<[operation: string, Place[]]>([
  ["scatter", [...dataOf(scatter), ...optionsOf((options) => scatter(points, options))]],
  [
    "decisionRegions",
    [
      ["modelOrPredict", (model) => decisionRegions(model, points)],
      ["modelOrPredict.predict", (predict) => decisionRegions({ predict }, points)],
      ["the scores of the points", (scores) => decisionRegions(() => scores, points)],
      [
        "the scores of the plane",
        (scores) => decisionRegions((x) => (x.rows === 2 ? x : scores), points as never),
      ],
      ...dataOf((data) => decisionRegions(identity, data)),
      ...optionsOf((options) => decisionRegions(identity, points, options)),
    ],
  ],
  [
    "lossCurve",
    [
      ["history", lossCurve, "an empty array", "a matrix without a size", ...record],
      ["a curve of history", (curve) => lossCurve({ curve }), "an empty array"],
      ["history[1]", (loss) => lossCurve([1, loss]), "0", "-1", "0.5", "1e-320"],
      ["history[1] on a log scale", (loss) => lossCurve([1, loss], { scale: "log" }), "0.5"],
      [
        "history[0].iteration",
        (iteration) => lossCurve([{ iteration, loss: 1 }]),
        "0",
        "-1",
        "0.5",
        "1e-320",
      ],
      ["history[0].loss", (loss) => lossCurve([{ iteration: 1, loss }]), "0", "-1", "0.5", "1e-320"],
      ...optionsOf((options) => lossCurve({ first: [1, 0.5], second: [2] }, options)),
      ["options.scale", (scale) => lossCurve([1, 0.5], { scale }), "undefined"],
    ],
  ],
])("%s refuses what is wrong and draws what is right as", (operation, places) => {
  test.each(places)("%s", (_, call, ...right) => {
    for (const [name, value] of Object.entries(values)) {
      if (right.includes(name)) expectPicture(name, () => call(value as never));
      else expectTypedError(name, operation, () => call(value as never));
    }
  });
});

function expectPicture(name: string, call: () => string): void {
  const svg = call();
  expect(parseSvg(svg).name, name).toBe("svg");
  expect(svg, name).not.toMatch(/NaN|Infinity|undefined|\[object/);
}

/** The call must throw an error that names the operation and what it expected, in brief, not one of the engine's. */
function expectTypedError(name: string, operation: string, call: () => string): void {
  let thrown: unknown = "no error";
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  const { name: kind, message } = thrown as TypeError | RangeError | ShapeError;
  expect(["TypeError", "RangeError", "ShapeError"], `${name}: ${thrown}`).toContain(kind);
  expect(message, name).toMatch(new RegExp(`^${operation}: `));
  expect(message, name).toMatch(/expected|need|has 2$/);
  expect(message.length, name).toBeLessThan(200);
}
