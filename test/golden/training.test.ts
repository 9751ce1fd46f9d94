import { Dense, L2, Matrix, ReLU, SGD, Sigmoid, sequential, softmaxCrossEntropy, Tanh } from "spiralnet";
import { expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { golden } from "../support/golden.js";

type Rows = number[][];

interface Case {
  readonly widths: number[];
  readonly activation: "ReLU" | "Sigmoid" | "Tanh";
  readonly learningRate: number;
  readonly strength: number;
  readonly x: Rows;
  readonly y: number[];
  readonly start: [weights: Rows, biases: Rows][];
  readonly losses: number[];
  readonly end: [weights: Rows, biases: Rows][];
}

const activations = { ReLU, Sigmoid, Tanh };

function modelOf({ start, activation }: Case) {
  const layers = start.flatMap(([weights, biases], i) => {
    const dense = new Dense<number, number>(weights.length, biases[0]?.length ?? 0, {
      weights: () => Matrix.fromRows(weights),
      biases: () => Matrix.fromRows(biases),
    });
    return i === 0 ? [dense] : [new activations[activation](), dense];
  });
  return sequential(...layers);
}

test.each(golden<Case>("training"))(
  "$widths with $activation trains as in PyTorch: rate $learningRate, strength $strength",
  (one) => {
    const model = modelOf(one);
    const sgd = new SGD(model.parameters, { learningRate: one.learningRate });
    const l2 = new L2(one.strength);
    const x: Matrix = Matrix.fromRows(one.x);
    const losses = one.losses.map(() => {
      const { loss, gradient } = softmaxCrossEntropy(model.forward(x), one.y);
      model.backward(gradient);
      const total = loss + l2.apply(model.parameters);
      sgd.step();
      return total;
    });
    expect(distance(losses, one.losses)).toBeLessThan(1e-13);
    const values = model.parameters.map(({ value }) => value.toArray());
    expect(distance(values.flat(), one.end.flat(2), 1)).toBeLessThan(1e-13);
  },
);
