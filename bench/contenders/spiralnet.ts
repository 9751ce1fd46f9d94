import { Adam, Dense, L2, Matrix, ReLU, SGD, sequential, softmaxCrossEntropy } from "spiralnet";
import type { Network, Predict, Training } from "../lib/contract.js";

/** The loop of the README. */
export function network(given: Network): Training {
  const { rows, inputs, learningRate, adam, l2 } = given;
  const model = modelOf(given);
  const regularizer = l2 > 0 ? new L2(l2) : undefined;
  const optimizer = adam
    ? new Adam(model.parameters, { learningRate, ...adam })
    : new SGD(model.parameters, { learningRate });
  const batches = given.batches.map(({ x, y }) => ({ x: new Matrix(rows, inputs, x), y }));
  let i = 0;
  return {
    step() {
      const { x, y } = batches[i++ % batches.length];
      const { loss: dataLoss, gradient } = softmaxCrossEntropy(model.forward(x), y);
      model.backward(gradient);
      const loss = dataLoss + (regularizer?.apply(model.parameters) ?? 0);
      optimizer.step();
      return loss;
    },
  };
}

export function predict(given: Network): Predict {
  const model = modelOf(given);
  return (row) => model.predict(new Matrix(1, given.inputs, row as Float64Array)).data;
}

function modelOf({ inputs, hidden, classes, w1, w2 }: Network) {
  return sequential(
    new Dense(inputs, hidden, { weights: () => Matrix.fromArray(w1, inputs, hidden) }),
    new ReLU(),
    new Dense(hidden, classes, { weights: () => Matrix.fromArray(w2, hidden, classes) }),
  );
}

export function product(n: number, left: Float64Array, right: Float64Array) {
  const [a, b] = [new Matrix(n, n, left), new Matrix(n, n, right)];
  return () => {
    const out: Matrix = a.matmul(b);
    return () => out.data;
  };
}
