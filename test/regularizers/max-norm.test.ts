import { Dense, Matrix, MaxNorm, parameter, RandomState } from "spiralnet";
import { expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { expectError, type Failure } from "../support/expect-error.js";

const weights = (rows: number[][]) => parameter("w", Matrix.fromRows(rows), "weight");

test("columns above the limit are scaled to it, and the others keep their bits", () => {
  const random = new RandomState(2);
  const layer = new Dense(7, 9, { weights: () => random.randn(7, 9) });
  const before = layer.weights.value.copy();
  new MaxNorm(2.5).apply(layer.parameters);
  const norms = (w: Matrix) => w.multiply(w).sum(0).map(Math.sqrt);
  const [old, now] = [norms(before), norms(layer.weights.value)];
  for (let j = 0; j < 9; j++) {
    const [length, factor] = [old.get(0, j), Math.min(1, 2.5 / old.get(0, j))];
    expect(distance(now.get(0, j), length * factor)).toBeLessThan(1e-15);
    for (let i = 0; i < 7; i++) {
      expect(distance(layer.weights.value.get(i, j), before.get(i, j) * factor)).toBeLessThan(1e-15);
      if (factor === 1) expect(layer.weights.value.get(i, j)).toBe(before.get(i, j));
    }
  }
  expect([Math.min(...old.data) < 2.5, Math.max(...old.data) > 2.5]).toEqual([true, true]);
});

test("a column whose norm is the limit keeps its bits", () => {
  const w = weights([[8e200], [15e200]]);
  new MaxNorm(17e200).apply([w]);
  expect(w.value).toEqual(Matrix.fromRows([[8e200], [15e200]]));
});

test("biases are left alone", () => {
  const biases = parameter("b", Matrix.full(1, 2, 100), "bias");
  new MaxNorm(1).apply([biases]);
  expect(biases.value).toEqual(Matrix.full(1, 2, 100));
});

test.each([
  [[[1e308], [-1e308], [1e308], [1e308]], 2, [1, -1, 1, 1]],
  [[[3e200], [4e200]], 10, [6, 8]],
  [[[3e-200], [4e-200]], 1e-200, [6e-201, 8e-201]],
  [[[0], [0]], 1e-300, [0, 0]],
])("%j within %d is %j", (rows, limit, expected) => {
  const w = weights(rows);
  new MaxNorm(limit).apply([w]);
  expect(distance(w.value, expected)).toBeLessThan(1e-15);
});

test("no parameters and empty weights are taken", () => {
  new MaxNorm(1).apply([]);
  for (const [rows, cols] of [
    [0, 3],
    [3, 0],
  ] as const) {
    new MaxNorm(1).apply([parameter("w", Matrix.zeros(rows, cols), "weight")]);
  }
});

test("the limit can be read", () => {
  expect(new MaxNorm(3).limit).toBe(3);
});

const list = [weights([[5]]), weights([[1], [2]])];
const failures: Failure[] = [
  ["a limit of 0", () => new MaxNorm(0), RangeError, "limit is 0", "above 0"],
  ["a limit in a string", () => new MaxNorm("3" as never), TypeError, 'limit is "3"'],
  [
    "a weight that is NaN",
    () => {
      const wrong = weights([[1], [2]]);
      wrong.value.data[1] = Number.NaN;
      new MaxNorm(1).apply([...list, wrong]);
    },
    RangeError,
    "w[1, 0] is NaN; expected finite numbers",
  ],
  ["no parameters", () => new MaxNorm(1).apply(undefined as never), TypeError, "parameters is undefined"],
  ["a parameter twice", () => new MaxNorm(1).apply([...list, ...list]), TypeError, "share numbers"],
];
test.each(failures)("%s is refused, and weights stay as they are", (_title, call, kind, ...parts) => {
  expectError(call, kind, "MaxNorm: ", ...parts);
  expect(list.map(({ value }) => value.toArray())).toEqual([[[5]], [[1], [2]]]);
});
