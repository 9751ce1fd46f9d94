import {
  BatchNorm,
  type Computed,
  Dense,
  Dropout,
  Layer,
  Matrix,
  NonFiniteError,
  RandomState,
  Residual,
  Sigmoid,
  sequential,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";
import { stateOf } from "../support/state.js";

const x = new RandomState(0).randn(6, 3);

/** A model that makes an infinity of numbers about as large as 1e200, behind layers that have changed by then. */
function makeModel() {
  const random = new RandomState(1);
  const steep = new Dense(3, 3, { weights: () => Matrix.identity(3).multiply(1e200) });
  return sequential(
    new Dropout(0.5, { random }),
    new Residual(new BatchNorm(3, { momentum: 1 }), new Dropout(0.5, { random })),
    steep,
    new Sigmoid(),
    steep,
  );
}

describe("a training pass that fails", () => {
  test("leaves running statistics and generators as they were", () => {
    const [model, fresh] = [makeModel(), makeModel()];
    model.forward(x);
    fresh.forward(x);
    const before = stateOf(model);
    const huge = x.multiply(1e140);
    expectError(
      () => model.forward(huge),
      NonFiniteError,
      "Sequential.forward: iteration 1: Dense 3 -> 3 makes y",
    );
    expect(stateOf(model)).toBe(before);
    expect(model.forward(x).equals(fresh.forward(x))).toBe(true);
    expect(stateOf(model)).not.toBe(before);
  });

  test("leaves them also if a layer throws an error of its own", () => {
    class Throws extends Layer {
      protected override compute(): Computed {
        throw new TypeError("no");
      }
    }
    const norm = new BatchNorm(3);
    const dropout = new Dropout(0.5);
    const model = sequential(norm, dropout, new Throws());
    const before = stateOf(model);
    expectError(() => model.forward(x), TypeError, "no");
    expect(stateOf(model)).toBe(before);
  });

  test("leaves them if a later layer finds too few rows", () => {
    const model = sequential(new Dropout(0.5), new BatchNorm(3));
    const before = stateOf(model);
    expectError(() => model.forward(x.row(0)), RangeError, "at least 2 in training");
    expect(stateOf(model)).toBe(before);
  });
});

const wrong: [title: string, state: unknown, message: string][] = [
  ["nothing", undefined, "state is undefined; expected a plain object"],
  ["a list", [], "state is an array of length 0; expected a plain object"],
  ["a number in it", { mean: 5 }, "state.mean is 5; expected a Matrix or a RandomState"],
];

test.each(wrong)("a layer whose state is %s can't train alone", (_title, state, message) => {
  class Odd extends Layer {
    protected override compute(given: Matrix): Computed {
      return { y: given, back: (gradient) => gradient };
    }
  }
  const layer = Object.assign(new Odd(), { state });
  expectError(() => layer.forward(x), TypeError, `Odd.forward: ${message}`);
});
