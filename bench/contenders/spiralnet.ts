import { Dense, L2, Matrix, ReLU, SGD, sequential, softmaxCrossEntropy } from "spiralnet";
import type { Network, Training } from "../lib/contract.js";

/** The loop of the README. */
export function network({ inputs, hidden, classes, learningRate, l2, ...given }: Network): Training {
  const model = sequential(
    new Dense(inputs, hidden, { weights: () => Matrix.fromArray(given.w1, inputs, hidden) }),
    new ReLU(),
    new Dense(hidden, classes, { weights: () => Matrix.fromArray(given.w2, hidden, classes) }),
  );
  const regularizer = l2 > 0 ? new L2(l2) : undefined;
  const sgd = new SGD(model.parameters, { learningRate });
  const batches = given.batches.map(({ x, y }) => ({ x: new Matrix(given.rows, inputs, x), y }));
  let i = 0;
  return {
    step() {
      const { x, y } = batches[i++ % batches.length];
      const { loss: dataLoss, gradient } = softmaxCrossEntropy(model.forward(x), y);
      model.backward(gradient);
      const loss = dataLoss + (regularizer?.apply(model.parameters) ?? 0);
      sgd.step();
      return loss;
    },
  };
}

export function product(n: number, left: Float64Array, right: Float64Array) {
  const [a, b] = [new Matrix(n, n, left), new Matrix(n, n, right)];
  return () => {
    const out: Matrix = a.matmul(b);
    return () => out.data;
  };
}
