import type { Network, Options, Product, Training } from "../lib/problem.js";

/*
 * What one writes without a library: three loops for a product, arrays made once. With the variant "skip zeros" the loops leave out
 * what is multiplied by 0, which black pixels and dead units reward.
 */

export function network(given: Network, { variant }: Options): Training {
  const { rows, inputs, hidden, classes, learningRate, l2, batches } = given;
  const skip = variant === "skip zeros";
  const [w1, w2] = [given.w1.slice(), given.w2.slice()];
  const [b1, b2] = [new Float64Array(hidden), new Float64Array(classes)];
  const [dw1, dw2] = [new Float64Array(w1.length), new Float64Array(w2.length)];
  const [db1, db2] = [new Float64Array(hidden), new Float64Array(classes)];
  const [h, dh] = [new Float64Array(rows * hidden), new Float64Array(rows * hidden)];
  const scores = new Float64Array(rows * classes);
  let i = 0;
  return {
    step() {
      const { x, y } = batches[i++ % batches.length];
      affine(h, x, w1, b1, rows, inputs, hidden, skip);
      for (let k = 0; k < h.length; k++) h[k] = Math.max(0, h[k]);
      affine(scores, h, w2, b2, rows, hidden, classes, skip);
      let loss = softmaxLoss(scores, y, rows, classes);

      gradients(dw2, db2, h, scores, rows, hidden, classes, skip);
      back(dh, scores, w2, rows, hidden, classes);
      for (let k = 0; k < h.length; k++) if (h[k] <= 0) dh[k] = 0;
      gradients(dw1, db1, x, dh, rows, inputs, hidden, skip);

      loss += penalty(w1, dw1, l2) + penalty(w2, dw2, l2);
      const pairs = [
        [w1, dw1],
        [b1, db1],
        [w2, dw2],
        [b2, db2],
      ];
      for (const [value, gradient] of pairs) {
        for (let k = 0; k < value.length; k++) value[k] -= learningRate * gradient[k];
      }
      return loss;
    },
  };
}

export function product(n: number, left: Float64Array, right: Float64Array, { variant }: Options): Product {
  const out = new Float64Array(n * n);
  const zeros = new Float64Array(n);
  return {
    run: () => affine(out, left, right, zeros, n, n, n, variant === "skip zeros"),
    result: () => out,
  };
}

type Numbers = Float64Array;

/** out = x · w + b */
function affine(
  out: Numbers,
  x: Numbers,
  w: Numbers,
  b: Numbers,
  n: number,
  m: number,
  p: number,
  skip: boolean,
) {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < p; j++) out[i * p + j] = b[j];
    for (let k = 0; k < m; k++) {
      const a = x[i * m + k];
      if (skip && a === 0) continue;
      for (let j = 0; j < p; j++) out[i * p + j] += a * w[k * p + j];
    }
  }
}

/** The mean loss; scores become its gradient. */
function softmaxLoss(scores: Numbers, y: Int32Array, n: number, p: number): number {
  let loss = 0;
  for (let i = 0; i < n; i++) {
    let max = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < p; j++) max = Math.max(max, scores[i * p + j]);
    const right = scores[i * p + y[i]] - max;
    let sum = 0;
    for (let j = 0; j < p; j++) {
      scores[i * p + j] = Math.exp(scores[i * p + j] - max);
      sum += scores[i * p + j];
    }
    loss += Math.log(sum) - right;
    for (let j = 0; j < p; j++) scores[i * p + j] /= sum * n;
    scores[i * p + y[i]] -= 1 / n;
  }
  return loss / n;
}

/** dw = transpose of x · g, db = sum of the rows of g */
function gradients(
  dw: Numbers,
  db: Numbers,
  x: Numbers,
  g: Numbers,
  n: number,
  m: number,
  p: number,
  skip: boolean,
) {
  dw.fill(0);
  db.fill(0);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < p; j++) db[j] += g[i * p + j];
    for (let k = 0; k < m; k++) {
      const a = x[i * m + k];
      if (skip && a === 0) continue;
      for (let j = 0; j < p; j++) dw[k * p + j] += a * g[i * p + j];
    }
  }
}

/** dx = g · transpose of w */
function back(dx: Numbers, g: Numbers, w: Numbers, n: number, m: number, p: number) {
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < m; k++) {
      let sum = 0;
      for (let j = 0; j < p; j++) sum += g[i * p + j] * w[k * p + j];
      dx[i * m + k] = sum;
    }
  }
}

/** The penalty of the weights; its gradient is added to dw. */
function penalty(w: Numbers, dw: Numbers, l2: number): number {
  if (l2 === 0) return 0;
  let sum = 0;
  for (let k = 0; k < w.length; k++) {
    sum += w[k] * w[k];
    dw[k] += l2 * w[k];
  }
  return 0.5 * l2 * sum;
}
