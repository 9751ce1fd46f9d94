import {
  type Computed,
  Dense,
  gradientCheck,
  L2,
  Matrix,
  RandomState,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { expect, test } from "vitest";
import { frozen } from "../support/frozen.js";
import { Accumulating, Breaking, WritesX } from "./support/mistaken-layers.js";
import { Scale } from "./support/scale.js";

const random = new RandomState(7);
const x = random.randn(4, 3);
const loss = (scores: Matrix) => softmaxCrossEntropy(scores, [0, 1, 1, 0]);
const makeModel = () => sequential(new Dense(3, 4, { random }), new Tanh(), new Dense(4, 2, { random }));

/** Everything that a pass over the layer changes. */
function everythingOf(layer: Breaking): unknown {
  const { count, random: generator } = layer.state;
  return [frozen(layer.parameters), count.toArray(), generator.getState()];
}

test("values, gradients and x are the same after a check", () => {
  const model = makeModel();
  model.forward(x);
  model.backward(Matrix.full(4, 2, 1));
  const [before, input] = [frozen(model.parameters), x.copy()];
  gradientCheck(model, x, { loss, regularizer: new L2(0.1) });
  expect(frozen(model.parameters)).toEqual(before);
  expect(x.equals(input)).toBe(true);
});

test("a forward pass that waits for its backward still has it", () => {
  const [model, gradient] = [makeModel(), random.randn(4, 2)];
  model.forward(x);
  const dx = model.backward(gradient, { inputGradient: true });
  const gradients = frozen(model.parameters);
  model.forward(x);
  gradientCheck(model, random.randn(3, 3));
  expect(model.backward(gradient, { inputGradient: true }).equals(dx)).toBe(true);
  expect(frozen(model.parameters)).toEqual(gradients);
});

test("state is the same after a check, whether it is a matrix or a generator", () => {
  const layer = new Breaking();
  layer.forward(x);
  const before = everythingOf(layer);
  expect(gradientCheck(layer, x).passed).toBe(true);
  expect(layer.passes).toBeGreaterThan(20);
  expect(everythingOf(layer)).toEqual(before);
});

test("everything is the same if a layer throws in any of its passes", () => {
  const counted = new Breaking();
  gradientCheck(counted, x);
  for (let breaksAt = 1; breaksAt <= counted.passes; breaksAt++) {
    const layer = new Breaking();
    const before = everythingOf(layer);
    layer.breaksAt = breaksAt;
    expect(() => gradientCheck(layer, x)).toThrow("no more passes");
    expect(everythingOf(layer)).toEqual(before);
  }
});

test("everything is the same if the loss throws in any of its calls", () => {
  for (const regularizer of [undefined, new L2(0.1)]) {
    let calls = 0;
    let last = Number.POSITIVE_INFINITY;
    const breaking = (scores: Matrix) => {
      if (++calls > last) throw new Error("no more");
      return loss(scores);
    };
    const layer = new Dense(3, 2, { random });
    layer.forward(x);
    layer.backward(Matrix.full(4, 2, 1));
    const before = frozen(layer.parameters);
    gradientCheck(layer, x, { loss: breaking, regularizer });
    const all = calls;
    for (last = 0; last < all; last++) {
      calls = 0;
      expect(() => gradientCheck(layer, x, { loss: breaking, regularizer })).toThrow("no more");
      expect(frozen(layer.parameters)).toEqual(before);
    }
  }
});

test("values and x are the same after the check of a layer with a mistake", () => {
  const input = x.copy();
  gradientCheck(new WritesX(), x);
  expect(x.equals(input)).toBe(true);
  const layer = new Accumulating();
  const before = frozen(layer.parameters);
  gradientCheck(layer, x);
  expect(frozen(layer.parameters)).toEqual(before);
});

test("values are the same if the layer itself changes them in a pass", () => {
  class Clipping extends Scale {
    protected override compute(at: Matrix): Computed {
      this.factors.value.assignInPlace(this.factors.value.minimum(1));
      return super.compute(at);
    }
  }
  const layer = new Clipping();
  gradientCheck(layer, x);
  expect(layer.factors.value.toArray()).toEqual([[2, -1, 0.5]]);
});
