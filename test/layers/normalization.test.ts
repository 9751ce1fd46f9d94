import { BatchNorm, Dense, L2, LayerNorm, Matrix, NonFiniteError, RandomState, sequential } from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { expectError } from "../support/expect-error.js";

const x = new RandomState(0).randn(50, 4).multiply(3).add(7);
const tiny = { epsilon: 1e-300 };

test("BatchNorm gives every column the mean 0 and the variance 1", () => {
  const y = new BatchNorm(4, tiny).forward(x);
  expect(distance(y.mean(0), [0, 0, 0, 0], 1)).toBeLessThan(1e-14);
  expect(distance(y.multiply(y).mean(0), [1, 1, 1, 1])).toBeLessThan(1e-14);
});

test("LayerNorm gives every row the mean 0 and the variance 1", () => {
  const y = new LayerNorm(4, tiny).forward(x);
  expect(distance(y.mean(1), Matrix.zeros(50, 1), 1)).toBeLessThan(1e-14);
  expect(distance(y.multiply(y).mean(1), Matrix.full(50, 1, 1))).toBeLessThan(1e-14);
});

test("epsilon is added to the variance", () => {
  const column = Matrix.fromRows([[-1], [1]]);
  expect(new BatchNorm(1, { epsilon: 3 }).forward(column).toArray()).toEqual([[-0.5], [0.5]]);
  expect(new LayerNorm(2, { epsilon: 3 }).forward(column.transpose()).toArray()).toEqual([[-0.5, 0.5]]);
  const [small] = new BatchNorm(1).forward(column.multiply(1e-3)).data;
  expect(small).toBeCloseTo(-1e-3 / Math.sqrt(1e-6 + 1e-5), 15);
});

describe("the running statistics of BatchNorm", () => {
  test("start at 0 and 1", () => {
    const { means, variances } = new BatchNorm(2);
    expect([means.toArray(), variances.toArray()]).toEqual([[[0, 0]], [[1, 1]]]);
  });

  test("move by a tenth to the batch's, of which the variance is the unbiased one", () => {
    const layer = new BatchNorm(1);
    layer.forward(Matrix.fromRows([[1], [5], [9]]));
    expect(distance(layer.means, [0.1 * 5])).toBeLessThan(1e-15);
    expect(distance(layer.variances, [0.9 * 1 + 0.1 * 16])).toBeLessThan(1e-15);
  });

  test("come close to those of batches that stay alike", () => {
    const layer = new BatchNorm(4, tiny);
    for (let i = 0; i < 400; i++) layer.forward(x);
    expect(distance(layer.means, x.mean(0))).toBeLessThan(1e-14);
    const y = layer.predict(x);
    expect(distance(y.multiply(y).mean(0), Matrix.full(1, 4, 49 / 50))).toBeLessThan(1e-13);
  });

  test("are those of the last batch if the momentum is 1, and stay if it is 0", () => {
    const [all, none] = [new BatchNorm(1, { momentum: 1 }), new BatchNorm(1, { momentum: 0 })];
    for (const layer of [all, none]) layer.forward(Matrix.fromRows([[1], [5], [9]]));
    expect([all.means.toArray(), all.variances.toArray()]).toEqual([[[5]], [[16]]]);
    expect([none.means.toArray(), none.variances.toArray()]).toEqual([[[0]], [[1]]]);
  });

  test("stay as they are in inference and in the way back", () => {
    const layer = new BatchNorm(4);
    layer.forward(x);
    const before = [layer.means.toArray(), layer.variances.toArray()];
    layer.predict(x);
    layer.backward(x);
    expect([layer.means.toArray(), layer.variances.toArray()]).toEqual(before);
  });

  test("are part of the state of a model, once for each layer", () => {
    const norm = new BatchNorm(4);
    const model = sequential(new Dense(4, 4), norm, sequential(new Dense(4, 4), norm, new BatchNorm(4)));
    expect(Object.keys(model.state)).toEqual(["1.means", "1.variances", "2.2.means", "2.2.variances"]);
    expect(model.state["1.means"]).toBe(norm.means);
  });
});

test("BatchNorm refuses to train on one row or none, and says so through a model", () => {
  const norm = new BatchNorm(4);
  const model = sequential(new Dense(4, 4), norm);
  for (const rows of [0, 1]) {
    const message = `BatchNorm: the number of rows is ${rows}; expected at least 2 in training`;
    expectError(() => model.forward(x.slice([0, rows])), RangeError, message);
    expect(model.predict(x.slice([0, rows])).shape).toEqual([rows, 4]);
  }
  expect([norm.means.toArray(), norm.variances.toArray()]).toEqual([[[0, 0, 0, 0]], [[1, 1, 1, 1]]]);
});

describe("numbers that are hard to subtract", () => {
  // Multiples of 2^-20, to which these offsets can be added without rounding.
  const plain = new RandomState(1).randn(6, 5).map((value) => Math.round(value * 2 ** 20) / 2 ** 20);
  const gradient = new RandomState(2).randn(6, 5);
  const makers = { BatchNorm: () => new BatchNorm(5), LayerNorm: () => new LayerNorm(5) };

  test.each(
    Object.entries(makers).flatMap(([name, make]) => [1e6, -1e9].map((by) => [name, by, make] as const)),
  )("%s gives the same y and gradients if %d is added to x", (_name, offset, make) => {
    const [layer, moved] = [make(), make()];
    expect(distance(moved.forward(plain.add(offset)), layer.forward(plain), 1)).toBeLessThan(1e-14);
    const dx = layer.backward(gradient, { inputGradient: true });
    expect(distance(moved.backward(gradient, { inputGradient: true }), dx, 1)).toBeLessThan(1e-14);
    expect(distance(moved.scale.gradient, layer.scale.gradient, 1)).toBeLessThan(1e-14);
  });

  test.each([3, 0.1, 1e6 + 0.1, -1e15 - 0.125, 1e300])("equal numbers, all %d, become 0", (value) => {
    const [zeros, constant] = [Matrix.zeros(7, 5), Matrix.full(7, 5, value)];
    const batch = new BatchNorm(5, { momentum: 1, epsilon: 1e-300 });
    expect(batch.forward(constant).equals(zeros)).toBe(true);
    expect(batch.means.equals(constant.row(0))).toBe(true);
    expect(batch.variances.equals(zeros.row(0))).toBe(true);
    expect(new LayerNorm(5, tiny).forward(constant).equals(zeros)).toBe(true);
    expect(new LayerNorm(1, tiny).forward(constant.col(0)).equals(zeros.col(0))).toBe(true);
  });

  test.each(Object.entries(makers))(
    "%s refuses numbers whose variance overflows, and stays as it was",
    (name, make) => {
      const layer = make();
      const before = JSON.stringify(layer.state);
      const found = `${name} 5 -> 5 makes y[0, 0] NaN; expected finite numbers`;
      expectError(() => layer.forward(plain.multiply(1e200)), NonFiniteError, "iteration 0", found);
      expect(JSON.stringify(layer.state)).toBe(before);
      expect(layer.forward(plain.multiply(1e150)).abs().max()).toBeLessThan(3);
    },
  );
});

test("a penalty on weights leaves scale and shift alone", () => {
  for (const { parameters } of [new BatchNorm(3), new LayerNorm(3)]) {
    expect(parameters.map(({ name, role }) => [name, role])).toEqual([
      ["scale", "bias"],
      ["shift", "bias"],
    ]);
    expect(new L2(1).penalty(parameters)).toBe(0);
  }
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 60])("neither layer takes a width of %d", (width) => {
  const message = `width is ${width}; expected a safe integer of at least 1`;
  expectError(() => new BatchNorm(width), RangeError, `BatchNorm: ${message}`);
  expectError(() => new LayerNorm(width), RangeError, `LayerNorm: ${message}`);
});

test.each([0, -1e-5, Number.NaN, Number.POSITIVE_INFINITY])(
  "neither layer takes an epsilon of %d",
  (epsilon) => {
    const message = `epsilon is ${epsilon}; expected a finite number above 0`;
    expectError(() => new BatchNorm(2, { epsilon }), RangeError, `BatchNorm: ${message}`);
    expectError(() => new LayerNorm(2, { epsilon }), RangeError, `LayerNorm: ${message}`);
  },
);

test.each([-0.1, 1.1, Number.NaN])("BatchNorm takes no momentum of %d", (momentum) => {
  const message = `BatchNorm: momentum is ${momentum}; expected a number from 0 to 1`;
  expectError(() => new BatchNorm(2, { momentum }), RangeError, message);
});
