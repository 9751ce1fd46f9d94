import {
  type Computed,
  Dense,
  gradientCheck,
  Layer,
  LayerNorm,
  Matrix,
  RandomState,
  Residual,
  ShapeError,
  sequential,
  Tanh,
  zeros,
} from "spiralnet";
import { expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const random = new RandomState(0);
const dense = (inputs: number, outputs: number): Layer => new Dense(inputs, outputs, { random });

/** Declares what it is told, and gives the first `cols` columns of x. */
class Cut extends Layer {
  constructor(
    private readonly cols: number,
    override readonly inputs?: number,
    override readonly outputs?: number,
  ) {
    super();
  }
  protected override compute(x: Matrix): Computed {
    return { y: x.slice([0, x.rows], [0, this.cols]), back: () => Matrix.zeros(x.rows, x.cols) };
  }
}

test("adds x to what its layers make of it, one after the other", () => {
  const [first, second] = [dense(3, 4), dense(4, 3)];
  const x = random.randn(4, 3);
  const f = sequential(first, new Tanh(), second);
  expect(new Residual(first, new Tanh(), second).forward(x).equals(x.add(f.predict(x)))).toBe(true);
  expect(new Residual(new Tanh()).predict(x).equals(x.add(x.map(Math.tanh)))).toBe(true);
});

test("adds dL/dy to what its layers take back", () => {
  const layers = [dense(3, 3), new Tanh()] as const;
  const [x, gradient] = [random.randn(4, 3), random.randn(4, 3)];
  const [block, f] = [new Residual(...layers), sequential(...layers)];
  block.forward(x);
  const dx = block.backward(gradient, { inputGradient: true });
  const gradients = block.parameters.map((parameter) => parameter.gradient.copy());
  f.forward(x);
  expect(dx.equals(f.backward(gradient, { inputGradient: true }).add(gradient))).toBe(true);
  expect(f.parameters.map((parameter) => parameter.gradient)).toEqual(gradients);
});

test("is the identity if its last layer starts at 0", () => {
  const x = random.randn(4, 3);
  expect(new Residual(dense(3, 5), new Dense(5, 3, { weights: zeros })).predict(x).equals(x)).toBe(true);
});

test("names the parameters of its layers by their places, through models and other blocks", () => {
  const block = new Residual(dense(3, 2), sequential(new Tanh(), new Residual(dense(2, 2))), dense(2, 3));
  expect(block.parameters.map(({ name }) => name)).toEqual([
    ...["0.weights", "0.biases"],
    ...["1.1.0.weights", "1.1.0.biases"],
    ...["2.weights", "2.biases"],
  ]);
  expect(gradientCheck(block, random.randn(4, 3)).passed).toBe(true);
});

test("takes and gives the columns that one of its ends knows", () => {
  const widths = ({ inputs, outputs, elementwise }: Layer) => [inputs, outputs, elementwise];
  expect(widths(new Residual(dense(3, 4), dense(4, 3)))).toEqual([3, 3, undefined]);
  expect(widths(new Residual(new Tanh(), dense(3, 3), new Tanh()))).toEqual([3, 3, undefined]);
  expect(widths(new Residual(new Cut(3), dense(3, 5)))).toEqual([5, 5, undefined]);
  expect(widths(new Residual(dense(3, 4), new Cut(3)))).toEqual([3, 3, undefined]);
  expect(widths(new Residual(new Tanh(), new Tanh()))).toEqual([undefined, undefined, true]);
  expectError(() => sequential(dense(2, 4), new Residual(new Cut(3), dense(3, 5))), ShapeError);
});

test("goes row by row if all its layers do", () => {
  expect(new Residual(dense(3, 3), new LayerNorm(3)).rowwise).toBe(true);
  expect(new Residual(dense(3, 3), new Cut(3)).rowwise).toBe(false);
});

const failures: Failure[] = [
  [
    "ends that differ",
    () => new Residual(dense(3, 4), new Tanh(), dense(4, 1)),
    ShapeError,
    "Residual: a row of x is 1 x 3, a row of f(x) is 1 x 1: they must be the same",
  ],
  [
    "neighbours that don't fit",
    () => new Residual(dense(3, 4), dense(5, 3)),
    ShapeError,
    "Residual: a row from layer 0 (Dense) is 1 x 4, a row for layer 1 (Dense) is 1 x 5",
  ],
  [
    "a layer that gives other columns, though they would broadcast",
    () => new Residual(new Cut(1)).forward(random.randn(4, 3)),
    ShapeError,
    "Residual: x is 4 x 3, f(x) is 4 x 1: they must be the same",
  ],
  ["no layers", () => new Residual(), TypeError, "Residual: got no layers; expected at least one"],
  ["what is no layer", () => new Residual(5 as never), TypeError, "Residual: layer 0 is 5; expected a layer"],
  ["a list", () => new Residual([new Tanh()] as never), TypeError, "pass the layers one by one"],
];

test.each(failures)("refuses %s", (_title, call, kind, ...parts) => {
  expectError(call, kind, ...parts);
});

test("stacks deep without vanishing", () => {
  const blocks = Array.from({ length: 30 }, () => new Residual(dense(3, 3), new Tanh()));
  const model = sequential(...blocks);
  model.forward(random.randn(4, 3));
  const dx = model.backward(random.randn(4, 3), { inputGradient: true });
  expect(dx.abs().max()).toBeGreaterThan(0.01);
});
