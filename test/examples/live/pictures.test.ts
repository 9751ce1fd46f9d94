import {
  BatchNorm,
  Dense,
  Dropout,
  LayerNorm,
  Matrix,
  RandomState,
  ReLU,
  sequential,
  softmax,
  Tanh,
} from "spiralnet";
import { describe, expect, it } from "vitest";
import { regionsOf } from "../../../examples/live/regions.js";
import { unitMapsOf } from "../../../examples/live/unit-maps.js";

/** Scores (x, y, 0): class 0 on the right, 1 at the top, 2 where both are below 0. */
function corners() {
  const layer = new Dense(2, 3, {
    weights: () =>
      Matrix.fromRows([
        [1, 0, 0],
        [0, 1, 0],
      ]),
  });
  return sequential(layer);
}

describe("regions", () => {
  it("go row by row from the top left", () => {
    const { size, extent, classes, confidence } = regionsOf(corners(), 2);
    expect(extent).toBe(2);
    expect(classes).toHaveLength(size * size);
    expect(confidence).toHaveLength(size * size);
    const topLeft = 0;
    const bottomRight = size * size - 1;
    const bottomLeft = size * size - size;
    expect([classes[topLeft], classes[bottomRight], classes[bottomLeft]]).toEqual([1, 0, 2]);
    const [, top] = softmax(Matrix.fromRows([[-2, 2, 0]])).data;
    expect(confidence[topLeft]).toBe(Math.round(255 * (top as number)));
  });

  it("are as the model predicts, and leave a training pass alone", () => {
    const random = new RandomState(0);
    const model = sequential(new Dense(2, 5, { random }), new Tanh(), new Dense(5, 4, { random }));
    const scores = model.forward(random.randn(3, 2));
    const { size, classes } = regionsOf(model, 1);
    const at = (i: number) => -1 + (2 * i) / (size - 1);
    for (const [row, col] of [
      [0, 0],
      [3, 7],
      [size - 1, 11],
    ] as const) {
      const [expected] = model.predict(Matrix.fromRows([[at(col), -at(row)]])).argmax(1);
      expect(classes[row * size + col]).toBe(expected);
    }
    expect(() => model.backward(scores)).not.toThrow();
  });

  it("are coarser for a large model", () => {
    const random = new RandomState(0);
    const large = sequential(
      new Dense(2, 128, { random }),
      ...[1, 2, 3].flatMap(() => [new ReLU(), new Dense(128, 128, { random })]),
      new Dense(128, 3, { random }),
    );
    expect(regionsOf(large as unknown as ReturnType<typeof corners>, 1).size).toBeLessThan(
      regionsOf(corners(), 1).size,
    );
  });
});

describe("unit maps", () => {
  const random = new RandomState(1);
  const model = sequential(
    new Dense(2, 3, { random }),
    new BatchNorm(3),
    new ReLU(),
    new Dropout(0.5, { random }),
    new Dense(3, 2, { random }),
    new LayerNorm(2),
    new Tanh(),
    new Dropout(0.5, { random }),
    new Dense(2, 4, { random }),
  );

  it("are there for each unit of each hidden layer, after its activation", () => {
    const maps = unitMapsOf(model, 1.5);
    expect(maps.map(({ layer, unit }) => [layer, unit])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
    ]);
    const size = maps[0]?.size as number;
    const points = Matrix.fromRows([
      [-1.5, 1.5],
      [1.5, 1.5],
      [1.5, -1.5],
    ]);
    const [dense, norm, relu] = model.layers as [Dense, BatchNorm, ReLU];
    const expected = relu.predict(norm.predict(dense.predict(points)));
    for (const [i, place] of [0, size - 1, size * size - 1].entries()) {
      for (const unit of [0, 1, 2]) {
        expect(maps[unit]?.values[place]).toBe(Math.fround(expected.get(i, unit)));
      }
    }
  });

  it("are none for a linear classifier", () => {
    expect(unitMapsOf(corners(), 1)).toEqual([]);
  });
});
