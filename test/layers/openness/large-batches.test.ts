import {
  type Computed,
  Container,
  Dense,
  Layer,
  type Matrix,
  type Pass,
  RandomState,
  type Sequential,
  sequential,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../../support/distance.js";
import { type OpenLayer, openLayers } from "./support/open-layers.js";
import { copyState } from "./support/state.js";

/** Sees how many rows go through a model at a time. */
class RowCounter extends Layer {
  override readonly elementwise = true;
  override readonly rowwise = true;
  readonly counts: number[] = [];

  protected override compute(x: Matrix): Computed {
    this.counts.push(x.rows);
    return { y: x, back: (gradient) => gradient };
  }
}

/** Keeps a model from being taken in parts. */
class Whole extends Container<number, number, readonly [Layer]> {
  override readonly rowwise = false;
  protected override compute(x: Matrix, pass: Pass): Computed {
    return pass.run(this.layers[0], x);
  }
}

/** Between two numbers and two, so that the layers' own sizes count. */
function modelOf({ make, inputs, outputs }: OpenLayer, counter: RowCounter): Sequential {
  const random = new RandomState(1);
  return sequential(
    counter,
    new Dense(2, inputs, { random }),
    make(random),
    new Dense(outputs, 2, { random }),
  );
}

/** Enough for more than 2^19 numbers between the layers of each model. */
const rows = 40_001;
const random = new RandomState(2);
const x = random.randn(rows, 2);
const gradient = random.randn(rows, 2);
/** These see the whole batch, or draw one number after the other for it. */
const wholeBatch = ["Dropout", "BatchNorm", "Noise", "a layer around a model of its own"];

describe.each(openLayers)("with many rows, $name", (open) => {
  const counter = new RowCounter();
  const model = modelOf(open, counter);
  const whole = new Whole([modelOf(open, new RowCounter())]);
  const parts = !wholeBatch.includes(open.name);

  test(`is taken ${parts ? "in parts" : "as a whole"}`, () => {
    counter.counts.length = 0;
    model.predict(x);
    expect(counter.counts.length > 1).toBe(parts);
    expect(counter.counts.reduce((sum, count) => sum + count, 0)).toBe(rows);
  });

  test("gives the same as if taken as a whole", () => {
    expect(model.forward(x).equals(whole.forward(x))).toBe(true);
    const dx = model.backward(gradient, { inputGradient: true });
    expect(dx.equals(whole.backward(gradient, { inputGradient: true }))).toBe(true);
    const expected = whole.parameters.map(({ gradient }) => gradient);
    const size = Math.max(...expected.map((gradient) => gradient.abs().max()));
    for (const [i, { name, gradient }] of model.parameters.entries()) {
      expect(distance(gradient, expected[i] as Matrix, size), name).toBeLessThan(1e-12);
    }
  });

  test("predicts each row as in a small batch", () => {
    copyState(model, whole);
    const all = model.predict(x);
    expect(all.equals(whole.predict(x))).toBe(true);
    for (const start of [0, 21_000, rows - 5]) {
      const span = [start, start + 5] as const;
      expect(whole.predict(x.slice(span))).toEqual(all.slice(span));
    }
  });
});
