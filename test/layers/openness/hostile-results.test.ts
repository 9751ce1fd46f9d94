import { Dense, type Layer, Matrix, sequential, Tanh } from "spiralnet";
import { describe, expect, test } from "vitest";
import { Fragile } from "./support/fragile.js";
import { back, Hostile, x } from "./support/hostile.js";

/** A matrix with fields whose names a matrix may use inside. */
class Batch extends Matrix {
  b = 3;
  rowStride = 1;
}

const own = Matrix.zeros(2, 3);
const ownGradient = Matrix.zeros(2, 3);

const handingOut: [title: string, make: () => Layer][] = [
  ["x and the gradient themselves", () => new Hostile((x) => ({ y: x, back }))],
  [
    "fields of its own",
    () =>
      new Hostile((x) => ({
        y: own.assignInPlace(x.multiply(2)),
        back: (gradient: Matrix) => ownGradient.assignInPlace(gradient.multiply(2)),
      })),
  ],
  [
    "matrices of the pass",
    () =>
      new Hostile((x, pass) => ({
        y: pass.matrix(2, 3).assignInPlace(x),
        back: (gradient: Matrix) => pass.matrix(2, 3).assignInPlace(gradient),
      })),
  ],
  ["a subclass of Matrix", () => new Hostile((x) => ({ y: new Batch(2, 3, x.data.slice()), back }))],
  ["a view of larger memory", () => new Hostile((x) => ({ y: new Matrix(2, 3, viewOf(x)), back }))],
];

test.each(handingOut)("a layer that returns %s never changes what the caller has", (_title, make) => {
  for (const subject of [make(), sequential(make()), sequential(new Tanh(), make(), make())] as Layer[]) {
    const given = x.copy() as Matrix;
    const y = subject.forward(given);
    const predicted = subject.predict(given);
    const dx = subject.backward(given, { inputGradient: true });
    const results = [y, predicted, dx];
    const held = results.map((matrix) => matrix.toArray());

    const next = Matrix.full(2, 3, 9) as Matrix;
    subject.predict(next);
    subject.forward(next);
    subject.backward(next, { inputGradient: true });
    expect(results.map((matrix) => matrix.toArray())).toEqual(held);
    expect(given.equals(x)).toBe(true);

    for (const matrix of results) {
      expect(matrix.constructor).toBe(Matrix);
      matrix.data.fill(-1);
    }
    expect(subject.forward(given).toArray()).toEqual(held[0]);
    expect(subject.predict(given).toArray()).toEqual(held[1]);
    expect(subject.backward(given, { inputGradient: true }).toArray()).toEqual(held[2]);
  }
});

describe("an error that a layer throws", () => {
  test.each(["in compute", "in back"] as const)("%s reaches the caller as it is", (place) => {
    const fragile = new Fragile();
    fragile.breaks = place;
    for (const subject of [fragile, sequential(new Dense(3, 3), sequential(fragile))] as Layer[]) {
      const call = () => {
        subject.forward(x as Matrix);
        subject.backward(x as Matrix, { inputGradient: true });
      };
      expect(thrownBy(call)).toBe(fragile.error);
    }
  });

  test.each([["a string"], [undefined], [null], [7]])("may be %s", (thrown) => {
    const layer = new Hostile(() => {
      throw thrown;
    });
    expect(thrownBy(() => sequential(layer).predict(x))).toBe(thrown);
  });

  test("on the way back leaves the parameters' values as they were", () => {
    const fragile = new Fragile();
    const model = sequential(new Dense(3, 3), fragile, new Dense(3, 3));
    const before = model.parameters.map(({ value }) => value.copy());
    model.forward(x);
    fragile.breaks = "in back";
    expect(thrownBy(() => model.backward(x))).toBe(fragile.error);
    expect(model.parameters.map(({ value }) => value)).toEqual(before);
  });
});

/** The same numbers amid others. */
function viewOf({ data }: Matrix): Float64Array {
  const memory = new Float64Array(data.length + 10).fill(7);
  memory.set(data, 5);
  return memory.subarray(5, 5 + data.length);
}

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return "nothing";
}
