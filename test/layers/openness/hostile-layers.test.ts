import {
  type Computed,
  Container,
  Dense,
  type Layer,
  Matrix,
  type Pass,
  PassError,
  ShapeError,
  sequential,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../../support/expect-error.js";
import { back, Hostile, x } from "./support/hostile.js";

describe("what compute returns", () => {
  const wrong: [title: string, formulas: (x: Matrix) => unknown, ...parts: string[]][] = [
    ["nothing", () => undefined, "what it returned is undefined", "expected an object with y and back"],
    ["null", () => null, "what it returned is null"],
    ["y alone", (x) => x, "what it returned is an object of type Matrix", "an object with y and back"],
    ["a pair", (x) => [x, back], "what it returned is an array of length 2", "an object with y and back"],
    ["a Promise", async (x) => ({ y: x, back }), "what it returned is an object of type Promise"],
    ["no back", (x) => ({ y: x }), "what it returned is an object", "an object with y and back"],
    ["a back that is no function", (x) => ({ y: x, back: x }), "an object with y and back"],
    ["no y", () => ({ back }), "y is undefined; expected a Matrix"],
    ["rows of numbers", (x) => ({ y: x.toArray(), back }), "y is an array of length 2; expected a Matrix"],
    [
      "numbers alone",
      (x) => ({ y: x.data, back }),
      "y is an object of type Float64Array of length 6; expected a Matrix",
    ],
    ["what looks like a matrix", () => ({ y: { data: new Float64Array(6) }, back }), "y", "Matrix"],
    [
      "a matrix of too few numbers",
      () => ({ y: { rows: 2, cols: 3, data: new Float64Array(5) }, back }),
      "y",
    ],
  ];

  test.each(wrong)("%s is refused", (_title, formulas, ...parts) => {
    const layer = new Hostile(formulas);
    const model = sequential(new Tanh(), layer);
    for (const subject of [layer, model]) {
      expectError(() => subject.forward(x), TypeError, "Hostile.compute", ...parts);
      expectError(() => subject.predict(x), TypeError, "Hostile.compute", ...parts);
      expectError(() => subject.backward(x), PassError);
    }
  });

  const misshapen: [title: string, claims: object, formulas: (x: Matrix) => unknown, ...parts: string[]][] = [
    ["other rows", {}, (x) => ({ y: x.row(0), back }), "y is 1 x 3, what the layer declares is 2 x 3"],
    [
      "the transpose",
      {},
      (x) => ({ y: x.transpose(), back }),
      "y is 3 x 2, what the layer declares is 2 x 2",
    ],
    ["other columns than declared", { outputs: 4 }, (x) => ({ y: x, back }), "y is 2 x 3", "is 2 x 4"],
    [
      "other columns, if elementwise",
      { elementwise: true },
      (x) => ({ y: x.sum(1), back }),
      "y is 2 x 1",
      "2 x 3",
    ],
    [
      "other rows, if elementwise",
      { elementwise: true },
      (x) => ({ y: x.sum(0), back }),
      "y is 1 x 3",
      "2 x 3",
    ],
    ["no rows", {}, (x) => ({ y: Matrix.zeros(0, x.cols), back }), "y is 0 x 3"],
  ];

  test.each(misshapen)("y with %s is refused", (_title, claims, formulas, ...parts) => {
    const layer = new Hostile(formulas, claims);
    for (const subject of [layer, sequential(new Tanh(), layer)]) {
      expectError(() => subject.forward(x), ShapeError, "Hostile.compute: ", ...parts);
      expectError(() => subject.predict(x), ShapeError, "Hostile.compute: ", ...parts);
    }
  });
});

describe("what back returns", () => {
  const wrong: [title: string, back: (gradient: Matrix) => unknown, kind: Failure[2], ...parts: string[]][] =
    [
      ["nothing", () => undefined, TypeError, "what back returned is undefined; expected a Matrix"],
      ["a number", () => 3, TypeError, "what back returned is 3; expected a Matrix"],
      [
        "a Promise",
        async (gradient) => gradient,
        TypeError,
        "what back returned is an object of type Promise",
      ],
      ["other rows", (gradient) => gradient.sum(0), ShapeError, "what back returned is 1 x 3, x is 2 x 3"],
      ["other columns", (gradient) => gradient.sum(1), ShapeError, "what back returned is 2 x 1, x is 2 x 3"],
      ["what looks like a matrix", () => ({ data: new Float64Array(6) }), TypeError, "what back returned"],
    ];

  test.each(wrong)("%s is refused if dL/dx is needed", (_title, back, kind, ...parts) => {
    const layer = new Hostile((x) => ({ y: x, back }));
    layer.forward(x);
    expectError(() => layer.backward(x, { inputGradient: true }), kind, "Hostile.compute: ", ...parts);
    const model = sequential(new Dense(3, 3), layer, new Tanh());
    model.forward(x);
    expectError(() => model.backward(x), kind, "Hostile.compute: ", ...parts);
    expectError(() => model.backward(x), PassError, "call forward before");
  });

  test.each(wrong)("%s does no harm if nobody needs dL/dx", (_title, back) => {
    const layer = new Hostile((x) => ({ y: x, back }));
    layer.forward(x);
    expect(layer.backward(x)).toBeUndefined();
  });
});

describe("what a layer asks of its pass", () => {
  const sizes: [rows: unknown, cols: unknown, kind: Failure[2]][] = [
    [-1, 2, RangeError],
    [2, 1.5, RangeError],
    [Number.NaN, 2, RangeError],
    [2 ** 31, 2 ** 31, RangeError],
    ["2", 2, TypeError],
    [undefined, 2, TypeError],
    [[2, 3], undefined, TypeError],
  ];
  test.each(sizes)("a matrix of %s x %s is refused", (rows, cols, kind) => {
    const layer = new Hostile((_x, pass) => ({ y: pass.matrix(rows as number, cols as number), back }));
    expectError(() => layer.forward(x), kind, "pass.matrix", "expected");
  });

  const layers: [title: string, layer: unknown][] = [
    ["nothing", undefined],
    ["null", null],
    ["a number", 5],
    ["a name", "Tanh"],
    ["a class", Tanh],
    ["an object", {}],
    ["formulas without parameters", { compute: (x: Matrix) => ({ y: x, back }) }],
    ["a list", [new Tanh()]],
  ];
  test.each(layers)("a run of %s is refused", (_title, inner) => {
    const layer = new Hostile((x, pass) => pass.run(inner as Layer, x));
    expectError(() => layer.forward(x), TypeError, "pass.run", "expected a layer");
  });

  test.each([undefined, 5, [[1, 2, 3]]])("a run with x = %j is refused", (wrong) => {
    const layer = new Hostile((_x, pass) => pass.run(new Tanh(), wrong as unknown as Matrix));
    expectError(() => layer.forward(x), TypeError, "Tanh: x is", "expected a Matrix");
  });

  test("a run with other columns than the inner layer takes is refused", () => {
    class Transposing extends Container<number, number, readonly [Layer]> {
      protected override compute(x: Matrix, pass: Pass): Computed {
        return pass.run(this.layers[0], x.transpose());
      }
    }
    const call = () => new Transposing([new Dense(3, 3)]).forward(x);
    expectError(call, ShapeError, "Dense", "x has 2 columns, the layer takes 3");
  });

  const gradients: [
    title: string,
    given: (gradient: Matrix) => unknown,
    kind: Failure[2],
    ...parts: string[],
  ][] = [
    ["nothing", () => undefined, TypeError, "is undefined; expected a Matrix"],
    ["a row", (gradient) => gradient.sum(0), ShapeError, "1 x 3", "2 x 3"],
    ["a column", (gradient) => gradient.sum(1), ShapeError, "2 x 1", "2 x 3"],
  ];
  test.each(gradients)(
    "%s instead of the inner layer's gradient is refused",
    (_title, given, kind, ...parts) => {
      class Careless extends Container<number, number, readonly [Layer]> {
        protected override compute(x: Matrix, pass: Pass): Computed {
          const { y, back } = pass.run(this.layers[0], x);
          return { y, back: (gradient, needed) => back(given(gradient) as Matrix, needed) };
        }
      }
      const layer = new Careless([new Dense(3, 3)]);
      layer.forward(x);
      expectError(() => layer.backward(x), kind, "Dense", "gradient", ...parts);
    },
  );

  test("a run of a layer whose parameters are not listed is refused", () => {
    const inner = new Dense(3, 3);
    const layer = new Hostile((x, pass) => pass.run(inner, x));
    const parts = ["Hostile runs Dense", "weights", "expected it among Hostile's parameters"];
    expectError(() => layer.forward(x), TypeError, ...parts);
    expectError(() => sequential(layer).forward(x), TypeError, "runs Dense", "weights");
  });
});
