import {
  Dense,
  type Layer,
  Matrix,
  PassError,
  RandomState,
  ReLU,
  ShapeError,
  sequential,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";

const untyped = (value: unknown): never => value as never;
const x = new RandomState(2).randn(3, 2);
const gradient = new RandomState(3).randn(3, 2);

function makeModel() {
  const random = new RandomState(0);
  return sequential(new Dense(2, 4, { random }), new Tanh(), new Dense(4, 2, { random }));
}

test("backward before forward is an error", () => {
  expectError(() => makeModel().backward(gradient), PassError, "Sequential.backward", "call forward once");
});

test("predict does not count as forward", () => {
  const model = makeModel();
  model.predict(x);
  expectError(() => model.backward(gradient), PassError, "Sequential.backward");
});

test("a second backward is an error and changes nothing", () => {
  const model = makeModel();
  model.forward(x);
  model.backward(gradient);
  const before = frozen(model.parameters);
  expectError(() => model.backward(gradient), PassError, "once for each backward");
  expect(frozen(model.parameters)).toEqual(before);
});

const wrongGradients: Failure[] = [
  [
    "of other rows",
    () => gradient.slice([0, 2]),
    ShapeError,
    "the gradient is 2 x 2",
    "what forward returned is 3 x 2",
  ],
  [
    "of other columns",
    () => gradient.col(0),
    ShapeError,
    "the gradient is 3 x 1, what forward returned is 3 x 2: they must be the same",
  ],
  ["in rows", () => gradient.toArray(), TypeError, "gradient is an array of length", "a Matrix"],
];
test.each(wrongGradients)(
  "a gradient %s is refused, and the pass stays usable",
  (_title, wrong, kind, ...parts) => {
    const [model, same] = [makeModel(), makeModel()];
    model.forward(x);
    same.forward(x);
    const before = frozen(model.parameters);
    expectError(() => model.backward(untyped(wrong())), kind, "Sequential.backward", ...parts);
    expect(frozen(model.parameters)).toEqual(before);
    model.backward(gradient);
    same.backward(gradient);
    expect(frozen(model.parameters)).toEqual(frozen(same.parameters));
  },
);

test("a misspelt option is refused, and the pass stays usable", () => {
  const model = makeModel();
  model.forward(x);
  const call = () => model.backward(gradient, untyped({ inputgradient: true }));
  expectError(call, TypeError, 'Sequential.backward: unknown option "inputgradient"', "inputGradient");
  expect(model.backward(gradient, { inputGradient: true }).shape).toEqual([3, 2]);
});

const withNumber = (value: number) =>
  Matrix.fromRows([
    [1, 2],
    [3, value],
  ]);
const wrongInputs: Failure[] = [
  ["with NaN", () => withNumber(Number.NaN), RangeError, "x[1, 1] is NaN", "finite numbers"],
  ["with an infinity", () => withNumber(Number.POSITIVE_INFINITY), RangeError, "x[1, 1] is Infinity"],
  [
    "of another width",
    () => Matrix.zeros(5, 3),
    ShapeError,
    "x is 5 x 3, what it takes is 5 x 2: x has 3 columns, the layer takes 2",
  ],
  ["in rows", () => [[1, 2]], TypeError, "x is an array of length", "a Matrix"],
];
test.each(wrongInputs)("x %s is refused by forward and predict", (_title, wrong, kind, ...parts) => {
  const model = makeModel();
  const before = frozen(model.parameters);
  expectError(() => model.forward(untyped(wrong())), kind, "Sequential.forward", ...parts);
  expectError(() => model.predict(untyped(wrong())), kind, "Sequential.predict", ...parts);
  expectError(() => model.backward(gradient), PassError, "call forward once");
  expect(frozen(model.parameters)).toEqual(before);
});

describe("a pass that overflows is an error that names the iteration", () => {
  const huge = () => {
    const weights = () => Matrix.full(2, 2, 1e200);
    return sequential(new Dense(2, 2, { weights }), new ReLU(), new Dense(2, 2, { weights }));
  };

  test("where the result overflows", () => {
    expectError(
      () => huge().forward(Matrix.full(1, 2, 1)),
      RangeError,
      "iteration 0",
      "Sequential.forward: the result[0, 0] is Infinity",
    );
  });

  test("where a layer within gets an infinity", () => {
    const model = huge();
    model.forward(Matrix.zeros(1, 2));
    const call = () => model.forward(Matrix.full(1, 2, 1e300));
    expectError(call, RangeError, "iteration 1", "ReLU.forward", "x[0, 0] is Infinity");
    expectError(() => model.backward(Matrix.zeros(1, 2)), PassError, "call forward once");
  });

  test("where an infinity less an infinity is NaN, which ReLU does not lose", () => {
    const model = sequential(
      new Dense(1, 2, { weights: () => Matrix.fromRows([[1e200, 1e200]]) }),
      new Dense(2, 1, { weights: () => Matrix.fromRows([[1e200], [-1e200]]) }),
      new ReLU(),
    );
    const call = () => model.forward(Matrix.full(1, 1, 1));
    expectError(call, RangeError, "iteration 0", "ReLU.forward", "x[0, 0] is NaN");
  });

  test("in an inference too, which has no iteration", () => {
    const x = Matrix.full(1, 2, 1);
    expectError(() => huge().predict(x), RangeError, "Sequential.predict: the result[0, 0] is Infinity");
    expectError(() => huge().predict(x.multiply(1e300)), RangeError, "ReLU.predict: x[0, 0] is Infinity");
  });

  test("with the error of the layer as its cause", () => {
    const model = huge();
    try {
      model.forward(Matrix.full(1, 2, 1e300));
      expect.unreachable();
    } catch (error) {
      expect((error as Error).cause).toBeInstanceOf(RangeError);
      expect((error as Error).message).toBe(`iteration 0: ${((error as Error).cause as Error).message}`);
    }
  });

  test("errors of other kinds pass as they are", () => {
    const failing: Layer = {
      name: "failing",
      parameters: [],
      forward: () => {
        throw new TypeError("not today");
      },
      backward: (g) => g,
      predict: (y) => y,
    };
    expectError(() => sequential(failing).forward(x), TypeError, "not today");
  });
});

test("a layer that runs by itself between a model's passes is noticed", () => {
  const layer = new Dense(2, 2);
  const model = sequential(layer);
  const x = Matrix.fromRows([[1, 2]]);
  model.forward(x);
  layer.forward(x.multiply(100));
  expect(() => model.backward(Matrix.full(1, 2, 1))).toThrow(PassError);

  model.forward(x);
  layer.predict(x.multiply(100)); // this disturbs nothing
  model.backward(Matrix.full(1, 2, 1));
  expect(layer.weights.gradient.toArray()).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

test("one that went back by itself is noticed before a gradient is overwritten", () => {
  const layer = new Dense(2, 2);
  const model = sequential(layer, new Tanh(), new Dense(2, 2));
  model.forward(x);
  layer.backward(gradient);
  const before = frozen(model.parameters);
  expectError(() => model.backward(gradient), PassError, "layer 0 (Dense) has run another pass since");
  expect(frozen(model.parameters)).toEqual(before);
});

test("an x that is refused leaves the pass before it usable", () => {
  const [model, other] = [makeModel(), makeModel()];
  model.forward(x);
  expect(() => model.forward(untyped(Matrix.zeros(5, 3)))).toThrow(ShapeError);
  model.backward(gradient);
  other.forward(x);
  other.backward(gradient);
  expect(frozen(model.parameters)).toEqual(frozen(other.parameters));
});
