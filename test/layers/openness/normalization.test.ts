import { Dense, Matrix, RandomState, sequential } from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../../support/distance.js";
import { BatchNorm } from "./support/batch-norm.js";
import { LayerNorm } from "./support/layer-norm.js";

const x = new RandomState(0).randn(50, 4).multiply(3).add(7);

test("BatchNorm gives every column the mean 0 and the variance 1", () => {
  const y = new BatchNorm(4, { epsilon: 0 }).forward(x);
  expect(distance(y.mean(0), [0, 0, 0, 0], 1)).toBeLessThan(1e-14);
  expect(distance(y.multiply(y).mean(0), [1, 1, 1, 1])).toBeLessThan(1e-14);
});

test("LayerNorm gives every row the mean 0 and the variance 1", () => {
  const y = new LayerNorm(4, 0).forward(x);
  expect(distance(y.mean(1), Matrix.zeros(50, 1), 1)).toBeLessThan(1e-14);
  expect(distance(y.multiply(y).mean(1), Matrix.full(50, 1, 1))).toBeLessThan(1e-14);
});

describe("the running statistics of BatchNorm", () => {
  test("come close to those of batches that stay alike", () => {
    const layer = new BatchNorm(4, { epsilon: 0 });
    for (let i = 0; i < 400; i++) layer.forward(x);
    expect(distance(layer.means, x.mean(0))).toBeLessThan(1e-14);
    const y = layer.predict(x);
    expect(distance(y.multiply(y).mean(0), Matrix.full(1, 4, 49 / 50))).toBeLessThan(1e-13);
  });

  test("are those of the last batch if the momentum is 1", () => {
    const layer = new BatchNorm(1, { momentum: 1 });
    layer.forward(Matrix.fromRows([[1], [5], [9]]));
    expect([layer.means.toArray(), layer.variances.toArray()]).toEqual([[[5]], [[16]]]);
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

test("BatchNorm refuses to train on one row, and says so through a model", () => {
  const model = sequential(new Dense(4, 4), new BatchNorm(4));
  expect(() => model.forward(x.row(0))).toThrow("BatchNorm: x has 1 rows; expected at least 2 in training");
  expect(model.predict(x.row(0)).shape).toEqual([1, 4]);
});

test("a constant column or row is normalized to 0, not to NaN", () => {
  const constant = Matrix.full(5, 4, 3);
  expect(new BatchNorm(4).forward(constant).equals(Matrix.zeros(5, 4))).toBe(true);
  expect(new LayerNorm(4).forward(constant).equals(Matrix.zeros(5, 4))).toBe(true);
});
