import { batches, fit, L2, RandomState, softmaxCrossEntropy, train } from "spiralnet";
import { expect, test } from "vitest";
import { numbersOf } from "./support/numbers.js";
import { problem } from "./support/problem.js";

test("the case study through train has the losses and the weights of the loop by hand, bit for bit", () => {
  const made = () => problem({ points: 100, hidden: 100, learningRate: 1 });
  const byHand = made();
  const { model, optimizer, data } = byHand.options;
  const expected: number[] = [];
  for (let i = 0; i < 300; i++) {
    const { loss: dataLoss, gradient } = softmaxCrossEntropy(model.forward(data.x), data.y);
    model.backward(gradient);
    expected.push(dataLoss + byHand.l2.apply(model.parameters));
    optimizer.step();
  }

  const { options, l2 } = made();
  const losses = Array.from(train({ ...options, regularizers: [l2], epochs: 300 }), ({ loss }) => loss);
  expect(losses).toEqual(expected);
  expect(numbersOf(options.model)).toEqual(numbersOf(model));

  const other = made();
  const history = fit({ ...other.options, regularizers: [other.l2], epochs: 300 });
  expect(history.loss).toEqual(expected);
  expect(numbersOf(other.options.model)).toEqual(numbersOf(model));
});

test.each([
  ["shuffled", () => new RandomState(7)],
  ["in order", () => undefined],
])("so have mini-batches, %s", (_title, generator) => {
  const byHand = problem();
  const { model, optimizer, data } = byHand.options;
  const expected: number[] = [];
  const epoch = batches(data, { size: 16, random: generator() });
  for (let i = 0; i < 5; i++) {
    for (const { x, y } of epoch) {
      const { loss, gradient } = softmaxCrossEntropy(model.forward(x), y);
      model.backward(gradient);
      expected.push(loss + byHand.l2.apply(model.parameters));
      optimizer.step();
    }
  }

  const { options, l2 } = problem();
  const steps = train({ ...options, batchSize: 16, random: generator(), regularizers: [l2], epochs: 5 });
  expect(Array.from(steps, ({ loss }) => loss)).toEqual(expected);
  expect(expected).toHaveLength(20);
  expect(numbersOf(options.model)).toEqual(numbersOf(model));
});

test("several regularizers add up, in their order", () => {
  const byHand = problem();
  const { model, optimizer, data } = byHand.options;
  const regularizers = [new L2(0.1), new L2(0.01)];
  const { loss, gradient } = softmaxCrossEntropy(model.forward(data.x), data.y);
  model.backward(gradient);
  const penalties = regularizers.map((regularizer) => regularizer.apply(model.parameters));
  optimizer.step();

  const { options } = problem();
  const [step] = train({ ...options, regularizers, epochs: 1 });
  expect(step?.dataLoss).toBe(loss);
  expect(step?.penalty).toBe((penalties[0] as number) + (penalties[1] as number));
  expect(step?.loss).toBe(loss + (step?.penalty as number));
  expect(numbersOf(options.model)).toEqual(numbersOf(model));
});
