import { Matrix, type ShapeError } from "spiralnet";
import { decisionRegions, lossCurve, scatter } from "spiralnet/plot";
import { describe, expect, test } from "vitest";
import { hostileValues, noOptions } from "../support/hostile-values.js";
import { parseSvg } from "./support/svg-document.js";

/** Hostile values, and others that only matter for pictures. */
const values: Readonly<Record<string, () => unknown>> = {
  ...hostileValues,
  "0": () => 0,
  "1e-320": () => 1e-320,
  "1e308": () => 1e308,
  "a long function": () => () => {
    // This source is as long as that of any real function, and would fill a terminal with lines that say
    // nothing about the error. A message must name the function, not print it.
    return undefined;
  },
  "a class of models": () =>
    class {
      predict(x: Matrix) {
        return x;
      }
    },
  "an async function of scores": () => async () => Matrix.zeros(2, 2),
  "a Map of losses": () => new Map([["training", [1, 0.5]]]),
  "a 2 x 2 matrix with NaN": () => Matrix.full(2, 2, Number.NaN),
};

/** An argument or option, a call that passes a value there, and which of the values are right. */
type Place = [name: string, call: (value: never) => string, ...right: string[]];

const record = noOptions.filter((name) => name !== "undefined");
const numbers = ["0", "-1", "0.5", "1e-320", "2 ** 40", "2 ** 53"];
const losses = ["an empty array", "a frozen array", "an array of getters", "a Float32Array of fractions"];
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
  const texts = ["a string", "a very long string"];
  const option = (name: string, ...right: string[]): Place => [
    `options.${name}`,
    (value) => draw({ [name]: value } as never),
    "undefined",
    ...right,
  ];
  return [
    ["options", draw, "undefined", ...record],
    ["an unknown option", (value) => draw({ colours: value } as never)],
    option("title", ...texts, "an empty string"),
    option("width"),
    option("height"),
    option("xLabel", ...texts, "an empty string"),
    option("yLabel", ...texts, "an empty string"),
    option("colors"),
    ["options.colors[1]", (color) => draw({ colors: ["red", color] } as never), ...texts],
  ];
}

function namesOf(draw: (options: { readonly classes: never }) => string): Place[] {
  return [
    ["options.classes", (classes) => draw({ classes }), "undefined"],
    [
      "options.classes[1]",
      (name) => draw({ classes: ["first", name] as never }),
      "a string",
      "a very long string",
      "an empty string",
    ],
  ];
}

describe.each<[operation: string, Place[]]>([
  [
    "scatter",
    [
      ...dataOf(scatter),
      ...optionsOf((options) => scatter(points, options)),
      ...namesOf((options) => scatter(points, options)),
    ],
  ],
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
      ...namesOf((options) => decisionRegions(identity, points, options)),
      [
        "options.confidence",
        (confidence) => decisionRegions(identity, points, { confidence }),
        "undefined",
        "true",
        "false",
      ],
    ],
  ],
  [
    "lossCurve",
    [
      ["history", lossCurve, ...losses, "a matrix without a shape", ...record],
      ["a curve of history", (curve) => lossCurve({ curve }), ...losses],
      ["history[1]", (loss) => lossCurve([1, loss]), ...numbers],
      [
        "history[1] on a log scale",
        (loss) => lossCurve([1, loss], { scale: "log" }),
        "0.5",
        "2 ** 40",
        "2 ** 53",
      ],
      ["history[0].iteration", (iteration) => lossCurve([{ iteration, loss: 1 }]), ...numbers],
      ["history[0].loss", (loss) => lossCurve([{ iteration: 1, loss }]), ...numbers],
      ...optionsOf((options) => lossCurve({ first: [1, 0.5], second: [2] }, options)),
      ["options.scale", (scale) => lossCurve([1, 0.5], { scale }), "undefined"],
    ],
  ],
])("%s refuses what is wrong and draws what is right as", (operation, places) => {
  test.each(places)("%s", (_, call, ...right) => {
    for (const [name, make] of Object.entries(values)) {
      if (right.includes(name)) expectPicture(name, () => call(make() as never));
      else expectTypedError(name, operation, () => call(make() as never));
    }
  });
});

function expectPicture(name: string, call: () => string): void {
  const svg = call();
  expect(parseSvg(svg).name, name).toBe("svg");
  expect(svg, name).not.toMatch(/NaN|Infinity|undefined|\[object/);
}

/**
 * The call must throw an error that names the operation and what it expected, in brief, not one of the
 * engine's.
 */
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
