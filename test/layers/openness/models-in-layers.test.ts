import {
  type Computed,
  Dense,
  Layer,
  Matrix,
  PassError,
  RandomState,
  ReLU,
  sequential,
  Tanh,
} from "spiralnet";
import { expect, test } from "vitest";
import { distance } from "../../support/distance.js";
import { expectError } from "../../support/expect-error.js";
import { Difference } from "./support/difference.js";
import { FrozenModel } from "./support/frozen-model.js";
import { gradientsOf, step, stepBack } from "./support/steps.js";

const random = new RandomState(0);

/** Adds what a model predicts of x, as a constant: y = x + f(x), with ∂L/∂x = ∂L/∂y. */
class Offset extends Layer {
  override readonly elementwise = true;
  constructor(readonly model: () => Layer) {
    super();
  }

  protected override compute(x: Matrix): Computed {
    return { y: x.add(this.model().predict(x)), back: (gradient) => gradient };
  }
}

function makeModel() {
  return sequential(new Dense(3, 4, { random }), new Tanh(), new Dense(4, 3, { random }));
}

test("a layer may predict with a model of its own, whose open pass and results stay", () => {
  const [own, dense] = [makeModel(), new Dense(3, 3, { random })];
  const [x, gradient] = [random.randn(4, 3), random.randn(4, 3)];
  const outer = sequential(dense, new Offset(() => own), new ReLU());

  const expected = step(own, x, gradient);
  own.forward(x);
  const [predicted, numbers] = [own.predict(x), own.predict(x).toArray()];
  const y = outer.forward(x);
  const inner = dense.predict(x);
  expect(y.equals(inner.add(own.predict(inner)).maximum(0))).toBe(true);
  outer.predict(random.randn(9, 3));
  outer.backward(gradient);

  expect(stepBack(own, gradient)).toEqual(expected.slice(1));
  expect(predicted.toArray()).toEqual(numbers);
});

test("a layer that trains through a model of its own leaves the outer model's results as they are", () => {
  const [first, own] = [new Dense(3, 3, { random }), makeModel()];
  const [left, right] = [sequential(first, new FrozenModel(own)), sequential(first, own)];
  const [x, gradient] = [random.randn(4, 3), random.randn(4, 3)];
  const through = step(left, x, gradient);
  expect(left.parameters).toHaveLength(2);
  expect(through).toEqual(step(right, x, gradient).slice(0, 4));
});

test("a layer that trains through a model of its own can't stand in two places: the model keeps one pass", () => {
  const frozen = new FrozenModel(makeModel());
  const twice = sequential(frozen, new Tanh(), frozen);
  twice.forward(random.randn(4, 3));
  const call = () => twice.backward(random.randn(4, 3), { inputGradient: true });
  expectError(call, PassError, "Sequential.backward", "call forward before each backward");
});

test("a layer that runs a model twice gives it both gradients", () => {
  const model = makeModel();
  const [a, b, gradient] = [random.randn(5, 3), random.randn(5, 3), random.randn(5, 3)];
  const pairs = Matrix.fromArray(
    Array.from({ length: 5 }, (_, i) => [...a.row(i).data, ...b.row(i).data]).flat(),
    5,
    6,
  );
  const difference = new Difference(model);
  expect(difference.predict(pairs).equals(model.predict(a).subtract(model.predict(b)))).toBe(true);
  step(difference, pairs, gradient);
  const both = gradientsOf(difference);
  step(model, a, gradient);
  const fromA = gradientsOf(model);
  step(model, b, gradient.negate());
  for (const [i, fromB] of gradientsOf(model).entries()) {
    const sum = Matrix.fromRows(fromA[i] as number[][]).add(Matrix.fromRows(fromB));
    expect(distance(both[i] as number[][], sum, 1)).toBeLessThan(1e-14);
  }
});

test("a layer may predict with the model that it is part of, while this predicts or trains", () => {
  const [first, last] = [new Dense(3, 3, { random }), new Dense(3, 3, { random })];
  let asked = 0;
  // Twice the model itself, then its last layer, which asks nobody.
  const again: Offset = new Offset(() => (++asked % 3 === 0 ? last : model));
  const model = sequential(first, again, new Tanh(), last);
  /** What the model gives if it is asked within itself so many times. */
  const formula = (x: Matrix, times: number): Matrix => {
    const inner = first.predict(x);
    const offset = times === 0 ? last.predict(inner) : formula(inner, times - 1);
    return last.predict(inner.add(offset).map(Math.tanh));
  };
  const [x, gradient] = [random.randn(4, 3), random.randn(4, 3)];
  expect(model.predict(x).equals(formula(x, 2))).toBe(true);
  expect(model.forward(x).equals(formula(x, 2))).toBe(true);
  expect(model.predict(x).equals(formula(x, 2))).toBe(true);
  const back = stepBack(model, gradient);
  model.forward(x);
  expect(stepBack(model, gradient)).toEqual(back);
  expect(asked).toBe(12);
});
