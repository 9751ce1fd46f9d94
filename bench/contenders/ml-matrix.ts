import { Matrix } from "ml-matrix";
import type { Network, Training } from "../lib/contract.js";

/** The formulas of the case study in ml-matrix's methods. */
export function network({ rows, inputs, hidden, classes, learningRate, l2, ...given }: Network): Training {
  const w1 = Matrix.from1DArray(inputs, hidden, given.w1);
  const w2 = Matrix.from1DArray(hidden, classes, given.w2);
  const b1 = Matrix.zeros(1, hidden);
  const b2 = Matrix.zeros(1, classes);
  const batches = given.batches.map(({ x, y }) => ({ x: Matrix.from1DArray(rows, inputs, x), y }));
  let i = 0;
  return {
    step() {
      const { x, y } = batches[i++ % batches.length];
      const h = x.mmul(w1).addRowVector(b1);
      h.apply((r, c) => {
        if (h.get(r, c) < 0) h.set(r, c, 0);
      });
      const scores = h.mmul(w2).addRowVector(b2);
      const probabilities = scores.subColumnVector(scores.max("row")).exp();
      probabilities.divColumnVector(probabilities.sum("row"));
      let loss = 0;
      for (let r = 0; r < rows; r++) loss -= Math.log(probabilities.get(r, y[r])) / rows;

      const gradient = probabilities.div(rows);
      for (let r = 0; r < rows; r++) gradient.set(r, y[r], gradient.get(r, y[r]) - 1 / rows);
      const dw2 = h.transpose().mmul(gradient);
      const dh = gradient.mmul(w2.transpose());
      dh.apply((r, c) => {
        if (h.get(r, c) <= 0) dh.set(r, c, 0);
      });
      const dw1 = x.transpose().mmul(dh);

      if (l2 > 0) {
        loss += 0.5 * l2 * (w1.dot(w1) + w2.dot(w2));
        dw1.add(Matrix.mul(w1, l2));
        dw2.add(Matrix.mul(w2, l2));
      }
      w1.sub(dw1.mul(learningRate));
      w2.sub(dw2.mul(learningRate));
      b1.sub(Matrix.rowVector(dh.sum("column")).mul(learningRate));
      b2.sub(Matrix.rowVector(gradient.sum("column")).mul(learningRate));
      return loss;
    },
  };
}

export function product(n: number, left: Float64Array, right: Float64Array) {
  const [a, b] = [Matrix.from1DArray(n, n, left), Matrix.from1DArray(n, n, right)];
  return () => {
    const out = a.mmul(b);
    return () => out.to1DArray();
  };
}
