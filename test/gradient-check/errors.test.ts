import {
  Dense,
  type GradientCheckOptions,
  gradientCheck,
  Layer,
  type Loss,
  Matrix,
  RandomState,
  ReLU,
  ShapeError,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { BentScale, bent } from "./support/scale.js";

const random = new RandomState(7);
const x = random.randn(4, 3);
const layer = new Dense(3, 2, { random });
const loss: Loss = (scores) => softmaxCrossEntropy(scores, [0, 1, 1, 0]);
const check = (subject: unknown, at: unknown, options?: unknown) =>
  gradientCheck(subject as Layer, at as Matrix, options as GradientCheckOptions);

class OverridesForward extends Tanh {
  override forward = () => x as never;
}

class OddState extends Tanh {
  override readonly state = { mean: 5 as unknown as Matrix };
}

class NoGenerator extends Tanh {
  override readonly state = { random: { getState: () => ({}) } as unknown as RandomState };
}

const failures: Failure[] = [
  [
    "no layer",
    () => check(undefined, x),
    TypeError,
    "gradientCheck: subject is undefined; expected a layer or a loss",
  ],
  ["null", () => check(null, x), TypeError, "gradientCheck: subject is null; expected a layer"],
  [
    "a number",
    () => check(5, x),
    TypeError,
    "gradientCheck: subject is 5; expected a layer or a loss function",
  ],
  [
    "an object",
    () => check({}, x),
    TypeError,
    "gradientCheck: subject is an object of type Object; expected a layer",
  ],
  ["a list of layers", () => check([layer], x), TypeError, "gradientCheck: subject is an array of length 1"],
  ["a class of layers", () => check(ReLU, x), TypeError, "gradientCheck: subject is ", "write new ReLU()"],
  ["an abstract class of layers", () => check(Layer, x), TypeError, "gradientCheck: subject is "],
  [
    "a layer without compute",
    () => check({ name: "Odd", parameters: [], state: {}, forward() {}, backward() {}, predict() {} }, x),
    TypeError,
    "gradientCheck: subject",
    "a method compute",
  ],
  [
    "a layer that overrides forward",
    () => check(new OverridesForward(), x),
    TypeError,
    "gradientCheck: subject (Tanh) overrides forward",
  ],
  [
    "state that is no matrix and no generator",
    () => check(new OddState(), x),
    TypeError,
    "gradientCheck: subject (Tanh): state.mean is 5; expected a Matrix or a RandomState",
  ],
  [
    "half a generator",
    () => check(new NoGenerator(), x),
    TypeError,
    "gradientCheck: subject (Tanh): state.random is an object",
  ],
  ["no x", () => check(layer, undefined), TypeError, "gradientCheck: x is undefined; expected a Matrix"],
  ["rows", () => check(layer, [[1, 2, 3]]), TypeError, "gradientCheck: x is an array of length 1"],
  [
    "NaN in x",
    () => check(layer, Matrix.full(1, 3, Number.NaN)),
    RangeError,
    "gradientCheck: x[0, 0] is NaN",
  ],
  ["x of another width", () => check(layer, random.randn(4, 2)), ShapeError, "Dense.forward: x is 4 x 2"],
  [
    "a loss that is no number",
    () => check(() => ({ loss: "5", gradient: x }), x),
    TypeError,
    'gradientCheck: the loss is "5"; expected a finite number',
  ],
  [
    "a loss that is not finite",
    () => check((at: Matrix) => ({ loss: Number.NaN, gradient: at }), x),
    RangeError,
    "gradientCheck: the loss is NaN",
  ],
  [
    "a loss that returns nothing",
    () => check(() => {}, x),
    TypeError,
    "gradientCheck: the loss is undefined; expected a finite number",
  ],
  [
    "a loss without a gradient",
    () => check(() => ({ loss: 5 }), x),
    TypeError,
    "gradientCheck: the loss's gradient is undefined; expected a Matrix",
  ],
  [
    "a loss's gradient of another shape",
    () => check((at: Matrix) => ({ loss: 5, gradient: at.sum(0) }), x),
    ShapeError,
    "gradientCheck: what the loss got is 4 x 3, its gradient is 1 x 3",
  ],
  [
    "a loss's gradient that is not finite",
    () => check((at: Matrix) => ({ loss: 5, gradient: at.map(() => Number.NaN) }), x),
    RangeError,
    "gradientCheck: the loss's gradient[0, 0] is NaN",
  ],
  [
    "a parameter's gradient that is not finite",
    () => check(new BentScale((gradient) => bent(gradient, 2, Number.NaN)), x),
    RangeError,
    "gradientCheck: the gradient of factors[0, 2] is NaN",
  ],
  [
    "a gradient that is not finite in a later pass",
    () => {
      let passes = 0;
      return check(new BentScale(undefined, (dx) => (++passes > 1 ? bent(dx, 1, Number.NaN) : dx)), x);
    },
    RangeError,
    "gradientCheck: the gradient of x[0, 1] is NaN",
  ],
  [
    "dL/dx of another shape",
    () => check(new BentScale(undefined, (dx) => dx.sum(0)), x),
    ShapeError,
    "what back returned is 1 x 3, x is 4 x 3",
  ],
];

describe.each(failures)("%s", (_title, call, kind, ...parts) => {
  test(`is a ${kind.name}`, () => {
    expectError(call, kind, ...parts);
  });
});

const hostile = [
  null,
  true,
  Number.NaN,
  -1,
  0,
  Number.POSITIVE_INFINITY,
  5n,
  "1",
  Symbol("s"),
  [],
  {},
  new Date(),
];

describe("an option of the wrong kind is an error that names it", () => {
  for (const name of ["loss", "regularizer", "inputGradient", "step", "tolerance"]) {
    const values = [...hostile, () => 1].filter((value) => {
      return (
        !(name === "loss" && typeof value === "function") && !(name === "inputGradient" && value === true)
      );
    });
    test.each(values)(`${name}: %s`, (value) => {
      expect(() => check(layer, x, { [name]: value })).toThrow(new RegExp(`^gradientCheck: ${name} is `));
    });
  }

  test.each([
    ["a class", ReLU],
    ["an object with penalty alone", { penalty: () => 0 }],
    ["an object with apply alone", { apply: () => 0 }],
  ])("regularizer: %s", (_kind, regularizer) => {
    expect(() => check(layer, x, { regularizer })).toThrow(
      "expected an object with the methods penalty and apply",
    );
  });

  test.each([...hostile.filter((value) => !isPlain(value)), 5])("options: %s", (options) => {
    expect(() => check(layer, x, options)).toThrow("gradientCheck: options is ");
  });

  test("a misspelt one too", () => {
    expect(() => check(layer, x, { tolerence: 1 })).toThrow('gradientCheck: unknown option "tolerence"');
  });
});

test("a penalty that is not finite is an error", () => {
  const regularizer = { penalty: () => Number.NaN, apply: () => 0 };
  expect(() => gradientCheck(layer, x, { regularizer })).toThrow("gradientCheck: the penalty is NaN");
});

test("a penalty's gradient that is not finite is an error", () => {
  const regularizer = {
    penalty: () => 0,
    apply() {
      layer.weights.gradient.data[1] = Number.NaN;
      return 0;
    },
  };
  expect(() => gradientCheck(layer, x, { regularizer })).toThrow("the gradient of weights[0, 1] is NaN");
  expect(layer.weights.gradient.get(0, 1)).not.toBeNaN();
});

test("a step that rounding swallows is an error", () => {
  expect(() => gradientCheck(new Tanh(), Matrix.full(1, 1, 1), { step: 1e-17 })).toThrow(
    "gradientCheck: step is 1e-17, too small to move 1; expected a larger one",
  );
});

test("a loss function takes no options for layers", () => {
  const regularizer = { penalty: () => 0, apply: () => 0 };
  for (const options of [{ loss }, { regularizer }, { inputGradient: false }]) {
    expect(() => gradientCheck(loss, x, options)).toThrow("got a loss function and options for layers");
  }
});

function isPlain(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
