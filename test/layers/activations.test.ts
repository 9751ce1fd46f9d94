import {
  ELU,
  GELU,
  type Layer,
  LeakyReLU,
  Matrix,
  NonFiniteError,
  RandomState,
  ReLU,
  Sigmoid,
  SiLU,
  Softmax,
  Softplus,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const makers: (() => Layer & { readonly elementwise: true })[] = [
  () => new ReLU(),
  () => new Sigmoid(),
  () => new Tanh(),
  () => new LeakyReLU(),
  () => new ELU(),
  () => new GELU(),
  () => new GELU({ approximate: "tanh" }),
  () => new SiLU(),
  () => new Softplus(),
  () => new Softmax(),
];
const layers = makers.map((make) => [make().name, make] as const);

/** y and dy/dx of some numbers, each in a row of its own. */
function at(layer: Layer, numbers: readonly number[]): { y: number[]; slope: number[] } {
  const x = Matrix.fromArray(numbers, numbers.length, 1);
  const y = layer.forward(x);
  const slope = layer.backward(Matrix.full(x.rows, 1, 1), { inputGradient: true });
  return { y: Array.from(y.data), slope: Array.from(slope.data) };
}

test("ReLU keeps what is above 0, and lets the gradient through there", () => {
  const relu = new ReLU();
  expect(relu.forward(Matrix.fromRows([[-2, -0, 0, 5e-324, 3]])).toArray()).toEqual([[0, 0, 0, 5e-324, 3]]);
  expect(relu.backward(Matrix.fromRows([[1, 2, 3, 4, 5]]), { inputGradient: true }).toArray()).toEqual([
    [0, 0, 0, 4, 5],
  ]);
});

test("Sigmoid is 1/2 at 0 with a slope of 1/4, and reaches 0 and 1", () => {
  const sigmoid = new Sigmoid();
  expect(sigmoid.forward(Matrix.fromRows([[0, 1e300, -1e300]])).toArray()).toEqual([[0.5, 1, 0]]);
  expect(sigmoid.backward(Matrix.fromRows([[4, 9, 9]]), { inputGradient: true }).toArray()).toEqual([
    [1, 0, 0],
  ]);
});

test("Tanh is 0 at 0 with a slope of 1, and reaches -1 and 1", () => {
  const tanh = new Tanh();
  expect(tanh.forward(Matrix.fromRows([[0, 1e300, -1e300]])).toArray()).toEqual([[0, 1, -1]]);
  expect(tanh.backward(Matrix.fromRows([[4, 9, 9]]), { inputGradient: true }).toArray()).toEqual([[4, 0, 0]]);
});

test("Sigmoid is as small as a float64 can be before it is 0", () => {
  expect(at(new Sigmoid(), [-745, -746]).y).toEqual([5e-324, 0]);
});

test("LeakyReLU lets a hundredth through if nothing else is said, and nothing if told so", () => {
  expect(at(new LeakyReLU(), [-200, -0, 0, 3])).toEqual({ y: [-2, -0, 0, 3], slope: [0.01, 0.01, 0.01, 1] });
  expect(at(new LeakyReLU(0), [-200, 3])).toEqual({ y: [-0, 3], slope: [0, 1] });
});

test("ELU goes down to -1, or to -alpha", () => {
  expect(at(new ELU(), [-1e300, -0, 0, 1e300])).toEqual({ y: [-1, -0, 0, 1e300], slope: [0, 1, 1, 1] });
  expect(at(new ELU(3), [-1e300, 0, 1e300])).toEqual({ y: [-3, 0, 1e300], slope: [0, 3, 1] });
  expect(at(new ELU(), [-1e-12]).y).toEqual([Math.expm1(-1e-12)]);
});

const gated = [new GELU(), new GELU({ approximate: "tanh" }), new SiLU()];
test.each(gated)("$name $approximate is 0 far below 0 and x far above it", (layer) => {
  const far = [-1.7e308, -1e300, -1e154, -800, 0, 800, 1e154, 1e300, 1.7e308];
  expect(at(layer, far)).toEqual({
    y: [-0, -0, -0, -0, 0, 800, 1e154, 1e300, 1.7e308],
    slope: [0, 0, 0, 0, 0.5, 1, 1, 1, 1],
  });
  expect(at(layer, [-0, 5e-324, -5e-324]).y).toEqual([-0, 0, -0]);
});

test("Softplus is 0 far below 0, after the smallest float64, and x far above it", () => {
  const tiny = 5e-324;
  expect(at(new Softplus(), [-1e300, -746, -745, 0, 800, 1e300])).toEqual({
    y: [0, 0, tiny, Math.LN2, 800, 1e300],
    slope: [0, 0, tiny, 0.5, 1, 1],
  });
  expect(at(new Softplus(1e300), [-1e300, 0, 1e300])).toEqual({
    y: [0, Math.LN2 / 1e300, 1e300],
    slope: [0, 0.5, 1],
  });
});

test("Softmax gives each row probabilities, however far its scores lie apart", () => {
  const softmax = new Softmax();
  const x = Matrix.fromRows([
    [1e300, -1e300, 1e300],
    [0, 0, -800],
  ]);
  expect(softmax.forward(x).toArray()).toEqual([
    [0.5, 0, 0.5],
    [0.5, 0.5, 0],
  ]);
  const dx = softmax.backward(
    Matrix.fromRows([
      [1, 5, 3],
      [4, 4, 4],
    ]),
    { inputGradient: true },
  );
  expect(dx.toArray()).toEqual([
    [-0.5, 0, 0.5],
    [0, 0, 0],
  ]);
  expect(softmax.forward(Matrix.zeros(3, 0)).shape).toEqual([3, 0]);
});

describe.each(layers)("%s", (_, make) => {
  const x = Matrix.fromRows([
    [0.5, -1.5, 2],
    [-0.1, 0.2, 0.3],
  ]);

  test("has nothing to learn, takes any width and each row by itself", () => {
    const layer = make();
    expect(layer.parameters).toEqual([]);
    expect(layer.rowwise).toBe(true);
    expect(layer.elementwise).toBe(true);
    expect(layer.forward(Matrix.zeros(2, 7)).shape).toEqual([2, 7]);
  });

  test("predict gives what forward gives", () => {
    expect(make().predict(x)).toEqual(make().forward(x));
  });

  test("makes of a row the same bits alone as among many", () => {
    const random = new RandomState(1);
    // Enough rows to be taken in parts.
    const [many, gradient] = [random.normal(0, 9, 70_000, 9), random.randn(70_000, 9)];
    const layer = make();
    const all = layer.forward(many);
    const dx = layer.backward(gradient, { inputGradient: true });
    for (const i of [0, 1, 34_567, 69_999]) {
      expect(layer.predict(many.row(i))).toEqual(all.row(i));
      expect(layer.forward(many.row(i))).toEqual(all.row(i));
      expect(layer.backward(gradient.row(i), { inputGradient: true })).toEqual(dx.row(i));
    }
  });

  test("takes no examples, and none back", () => {
    const layer = make();
    expect(layer.forward(Matrix.zeros(0, 3)).shape).toEqual([0, 3]);
    expect(layer.backward(Matrix.zeros(0, 3), { inputGradient: true }).shape).toEqual([0, 3]);
  });

  test("its gradient does not depend on what the caller does with the result", () => {
    const [layer, same] = [make(), make()];
    layer.forward(x).data.fill(99);
    same.forward(x);
    const gradient = Matrix.full(2, 3, 1);
    const options = { inputGradient: true } as const;
    expect(layer.backward(gradient, options)).toEqual(same.backward(gradient, options));
  });
});

const failures: Failure[] = [
  [
    "a negative slope",
    () => new LeakyReLU(-0.01),
    RangeError,
    "LeakyReLU: negativeSlope is -0.01",
    "at least 0",
  ],
  ["a slope in a string", () => new LeakyReLU("1" as never), TypeError, 'LeakyReLU: negativeSlope is "1"'],
  ["a negative alpha", () => new ELU(-1), RangeError, "ELU: alpha is -1", "at least 0"],
  ["an infinite alpha", () => new ELU(Infinity), RangeError, "ELU: alpha is Infinity", "a finite number"],
  ["a beta of 0", () => new Softplus(0), RangeError, "Softplus: beta is 0", "above 0"],
  [
    "another approximation",
    () => new GELU({ approximate: "erf" as never }),
    TypeError,
    'GELU: approximate is "erf"',
    '"none" or "tanh"',
  ],
  ["an approximation without its name", () => new GELU("tanh" as never), TypeError, "GELU: options"],
];
test.each(failures)("%s is refused", (_title, call, kind, ...parts) => expectError(call, kind, ...parts));

test("a result that no float64 holds is refused", () => {
  expectError(
    () => new LeakyReLU(1e10).predict(Matrix.fromRows([[-1e300]])),
    NonFiniteError,
    "LeakyReLU makes y[0, 0] -Inf",
  );
});
