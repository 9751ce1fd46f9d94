import * as np from "numpy-ts";
import type { Network, Predict, Training } from "../lib/contract.js";

type Matrix = np.NDArray<"float64">;

/**
 * The formulas of the case study, as in numpy_net.py. numpy-ts runs its WebAssembly kernels on contiguous
 * operands of one shape only, so biases are tiled, transposes copied and the mask is a float. Its arrays live
 * in one WebAssembly memory of 256 MiB, which a loop fills before the garbage collector runs: intermediates
 * are disposed of with `using`, as its documentation advises.
 */
export function network({ rows, inputs, hidden, classes, learningRate, l2, ...given }: Network): Training {
  let [w1, b1] = [matrix(given.w1, inputs, hidden), np.zeros([1, hidden])];
  let [w2, b2] = [matrix(given.w2, hidden, classes), np.zeros([1, classes])];
  const batches = given.batches.map(({ x, y }) => ({
    x: matrix(x, rows, inputs),
    labels: np.array(
      Array.from(y, (label) => [label]),
      "int32",
    ),
    oneHot: np.array(
      Array.from(y, (label) => Array.from({ length: classes }, (_, j) => Number(j === label))),
      "float64",
    ),
  }));
  let i = 0;
  return {
    step() {
      const { x, labels, oneHot } = batches[i++ % batches.length];
      using sums = affine(x, w1, b1);
      using h = np.maximum(sums, 0);
      using scores = affine(h, w2, b2);
      using exponentials = scores.exp();
      using totals = exponentials.sum(1, true) as Matrix;
      using probabilities = exponentials.divide(totals);
      using right = np.take_along_axis(probabilities, labels, 1);
      using logs = right.log();
      const loss = -Number(logs.mean()) + (l2 > 0 ? 0.5 * l2 * (squares(w1) + squares(w2)) : 0);

      using differences = probabilities.subtract(oneHot);
      using gradient = differences.divide(rows);
      using dh = np.inner(gradient, w2) as Matrix;
      using mask = np.sign(h);
      using dsums = dh.multiply(mask);
      [w1, b1] = updated(w1, b1, x, dsums);
      [w2, b2] = updated(w2, b2, h, gradient);
      return loss;
    },
  };

  function updated(w: Matrix, b: Matrix, x: Matrix, gradient: Matrix): [Matrix, Matrix] {
    using transposed = x.T.copy() as Matrix;
    using slope = transposed.matmul(gradient);
    using change = slope.multiply(learningRate);
    using decayed = l2 > 0 ? w.multiply(1 - learningRate * l2) : undefined;
    using biasSlope = gradient.sum(0, true) as Matrix;
    using biasChange = biasSlope.multiply(learningRate);
    const result: [Matrix, Matrix] = [(decayed ?? w).subtract(change), b.subtract(biasChange)];
    w.dispose();
    b.dispose();
    return result;
  }
}

export function predict({ inputs, hidden, classes, ...given }: Network): Predict {
  const [w1, b1] = [matrix(given.w1, inputs, hidden), np.zeros([1, hidden])];
  const [w2, b2] = [matrix(given.w2, hidden, classes), np.zeros([1, classes])];
  return (row) => {
    using x = matrix(row as Float64Array, 1, inputs);
    using sums = affine(x, w1, b1);
    using h = np.maximum(sums, 0);
    using scores = affine(h, w2, b2);
    return scores.data.slice();
  };
}

export function product(n: number, left: Float64Array, right: Float64Array) {
  const [a, b] = [matrix(left, n, n), matrix(right, n, n)];
  let out: Matrix | undefined;
  return () => {
    out?.dispose();
    out = a.matmul(b);
    return () => out?.data as Float64Array;
  };
}

function matrix(values: Float64Array, rows: number, columns: number): Matrix {
  return np.frombuffer(values, "float64").reshape(rows, columns);
}

function affine(x: Matrix, w: Matrix, b: Matrix): Matrix {
  using product = x.matmul(w);
  using biases = np.tile(b, [x.shape[0], 1]);
  return product.add(biases);
}

function squares(w: Matrix): number {
  using flat = w.ravel();
  return Number(flat.dot(flat));
}
