import { Dense, Matrix, PassError, RandomState, SGD, sequential, softmaxCrossEntropy } from "spiralnet";
import { describe, expect, test } from "vitest";
import { Fragile } from "./support/fragile.js";
import { between, openLayers } from "./support/open-layers.js";
import { copyState } from "./support/state.js";
import { gradientsOf, step, stepBack } from "./support/steps.js";

const random = new RandomState(0);

describe.each(openLayers)("$name", (open) => {
  const { make, inputs, outputs } = open;

  test("gives the same in every round as a fresh layer", () => {
    const layer = make(new RandomState(1));
    for (const rows of [3, 6, 2, 6]) {
      const fresh = make(new RandomState(1));
      copyState(layer, fresh);
      const [x, gradient] = [random.randn(rows, inputs), random.randn(rows, outputs)];
      expect(step(layer, x, gradient)).toEqual(step(fresh, x, gradient));
      expect(layer.predict(x)).toEqual(fresh.predict(x));
      layer.forward(random.randn(4, inputs)); // never goes back
    }
  });

  test("predicts without disturbing an open training pass", () => {
    const [alone, disturbed] = [make(new RandomState(2)), make(new RandomState(2))];
    const [x, gradient] = [random.randn(4, inputs), random.randn(4, outputs)];
    alone.forward(x);
    disturbed.forward(x);
    disturbed.predict(random.randn(9, inputs));
    disturbed.predict(random.randn(1, inputs));
    expect(stepBack(disturbed, gradient)).toEqual(stepBack(alone, gradient));
    expect(disturbed.state).toEqual(alone.state);
  });

  test("gives a row the same prediction alone as in a batch", () => {
    const layer = make(new RandomState(3));
    const x = random.randn(5, inputs);
    layer.forward(x);
    const all = layer.predict(x);
    for (let i = 0; i < x.rows; i++) expect(layer.predict(x.row(i))).toEqual(all.row(i));
  });

  test("never overwrites what the caller got, nor changes what the caller gave", () => {
    const model = between(open, 4);
    const held: { matrix: Matrix; numbers: number[][] }[] = [];
    const hold = (matrix: Matrix) => {
      held.push({ matrix, numbers: matrix.toArray() });
      return matrix;
    };
    for (const rows of [4, 4, 7, 2, 4]) {
      hold(model.forward(hold(random.randn(rows, 3))));
      hold(model.predict(hold(random.randn(rows + 1, 3))));
      hold(model.backward(hold(random.randn(rows, 2)), { inputGradient: true }));
    }
    for (const { matrix, numbers } of held) expect(matrix.toArray()).toEqual(numbers);
    expect(new Set(held.map(({ matrix }) => matrix.data.buffer)).size).toBe(held.length);
  });

  test("goes back through the x that it was given, even if the caller changes x and y in between", () => {
    const [left, right] = [make(new RandomState(5)), make(new RandomState(5))];
    const [x, gradient] = [random.randn(4, inputs), random.randn(4, outputs)];
    right.forward(x);
    left.forward(x).data.fill(7);
    x.data.fill(8);
    expect(stepBack(left, gradient)).toEqual(stepBack(right, gradient));
  });

  test("gives the parameters the same gradients whether dL/dx is asked for or not", () => {
    const [short, full] = [between(open, 6), between(open, 6)];
    const [x, gradient] = [random.randn(4, 3), random.randn(4, 2)];
    step(full, x, gradient);
    short.forward(x);
    expect(short.backward(gradient)).toBeUndefined();
    expect(gradientsOf(short)).toEqual(gradientsOf(full));
  });

  test("lists its parameters in a model, and all of them learn", () => {
    const model = between(open, 7);
    const layer = model.layers[1];
    const listed = new Set(model.parameters.map(({ value }) => value));
    for (const { value } of layer?.parameters ?? []) expect(listed).toContain(value);
    expect(listed.size).toBe(model.parameters.length);

    const before = model.parameters.map(({ value }) => value.copy());
    const x = new RandomState(8).randn(12, 3);
    const labels = Array.from({ length: 12 }, (_, i) => (x.get(i, 0) > 0 ? 1 : 0));
    const lossOf = () => softmaxCrossEntropy(model.predict(x), labels).loss;
    for (let i = 0; i < 20; i++) model.forward(x); // lets the running statistics settle
    const first = lossOf();
    const sgd = new SGD(model.parameters, { learningRate: 0.2 });
    for (let i = 0; i < 100; i++) {
      model.backward(softmaxCrossEntropy(model.forward(x), labels).gradient);
      sgd.step();
    }
    expect(lossOf()).toBeLessThan(0.6 * first);
    for (const [i, { name, value }] of model.parameters.entries()) {
      expect(value.equals(before[i] as Matrix), name).toBe(false);
    }
  });

  test.each(["in compute", "in back"] as const)("is usable after an error %s of another layer", (place) => {
    const make = () => {
      const [fragile, same] = [new Fragile(), new RandomState(9)];
      const [first, last] = [new Dense(3, inputs, { random: same }), new Dense(outputs, 2, { random: same })];
      return { fragile, model: sequential(first, fragile, open.make(same), fragile, last) };
    };
    const [{ fragile, model }, { model: fresh }] = [make(), make()];
    const [x, gradient] = [random.randn(4, 3), random.randn(4, 2)];
    step(model, x, gradient);

    fragile.breaks = place;
    expect(() => step(model, random.randn(5, 3), random.randn(5, 2))).toThrow(fragile.error);
    expect(() => model.backward(random.randn(5, 2))).toThrow(PassError);

    fragile.breaks = "nowhere";
    copyState(model, fresh);
    expect(step(model, x, gradient)).toEqual(step(fresh, x, gradient));
    expect(model.predict(x)).toEqual(fresh.predict(x));
  });

  test("takes no rows, or says why not", () => {
    const layer = make(new RandomState(10));
    const none = Matrix.zeros(0, inputs);
    expect(layer.predict(none).shape).toEqual([0, outputs]);
    if (open.name === "BatchNorm") return expect(() => layer.forward(none)).toThrow("at least 2");
    layer.forward(none);
    expect(layer.backward(Matrix.zeros(0, outputs), { inputGradient: true }).shape).toEqual([0, inputs]);
    for (const { gradient } of layer.parameters) expect(gradient.abs().sum()).toBe(0);
  });
});
