import type { Adam, Network, Options, Predict, Training } from "../lib/contract.js";

/*
 * What one writes without a library: three loops a product, arrays made once. With the variant "skip zeros"
 * the loops skip factors of 0, which black pixels and dead units reward.
 */
type Numbers = Float64Array;
/** The operands are n x m and m x p. */
type Sizes = readonly [n: number, m: number, p: number];

export function network(given: Network, { variant }: Options): Training {
  const { rows, inputs, hidden, classes, learningRate, adam, l2, batches } = given;
  const skip = variant === "skip zeros";
  const [first, second]: Sizes[] = [
    [rows, inputs, hidden],
    [rows, hidden, classes],
  ];
  const [w1, w2] = [given.w1.slice(), given.w2.slice()];
  const [b1, b2, db1, db2] = [hidden, classes, hidden, classes].map((n) => new Float64Array(n));
  const [dw1, dw2] = [new Float64Array(w1.length), new Float64Array(w2.length)];
  const [h, dh] = [new Float64Array(rows * hidden), new Float64Array(rows * hidden)];
  const scores = new Float64Array(rows * classes);
  const slopes = [dw1, dw2, db1, db2];
  const moments = slopes.map(({ length }) => ({ m: new Float64Array(length), v: new Float64Array(length) }));
  let i = 0;
  return {
    step() {
      const { x, y } = batches[i++ % batches.length];
      affine(h, x, w1, b1, first, skip);
      for (let k = 0; k < h.length; k++) h[k] = Math.max(0, h[k]);
      affine(scores, h, w2, b2, second, skip);
      let loss = softmaxLoss(scores, y, classes);

      gradients(dw2, db2, h, scores, second, skip);
      back(dh, scores, w2, second);
      for (let k = 0; k < h.length; k++) if (h[k] <= 0) dh[k] = 0;
      gradients(dw1, db1, x, dh, first, skip);

      if (adam) for (const [k, dw] of slopes.entries()) adapt(dw, moments[k], adam, i);
      loss += update(w1, dw1, learningRate, l2) + update(w2, dw2, learningRate, l2);
      update(b1, db1, learningRate, 0);
      update(b2, db2, learningRate, 0);
      return loss;
    },
  };
}

export function predict({ inputs, hidden, classes, w1, w2 }: Network): Predict {
  const [b1, b2, h, scores] = [hidden, classes, hidden, classes].map((n) => new Float64Array(n));
  return (row) => {
    affine(h, row as Numbers, w1, b1, [1, inputs, hidden], false);
    for (let k = 0; k < hidden; k++) h[k] = Math.max(0, h[k]);
    affine(scores, h, w2, b2, [1, hidden, classes], false);
    return scores;
  };
}

export function product(n: number, left: Numbers, right: Numbers) {
  const [out, zeros] = [new Float64Array(n * n), new Float64Array(n)];
  return () => {
    affine(out, left, right, zeros, [n, n, n], false);
    return () => out;
  };
}

/** out = x w + b */
function affine(out: Numbers, x: Numbers, w: Numbers, b: Numbers, [n, m, p]: Sizes, skip: boolean) {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < p; j++) out[i * p + j] = b[j];
    for (let k = 0; k < m; k++) {
      const a = x[i * m + k];
      if (skip && a === 0) continue;
      for (let j = 0; j < p; j++) out[i * p + j] += a * w[k * p + j];
    }
  }
}

/** The mean loss; turns scores into its gradient. */
function softmaxLoss(scores: Numbers, y: Int32Array, p: number): number {
  let loss = 0;
  for (let i = 0; i < y.length; i++) {
    const [start, end] = [i * p, (i + 1) * p];
    let max = Number.NEGATIVE_INFINITY;
    for (let k = start; k < end; k++) max = Math.max(max, scores[k]);
    loss -= scores[start + y[i]] - max;
    let sum = 0;
    for (let k = start; k < end; k++) {
      scores[k] = Math.exp(scores[k] - max);
      sum += scores[k];
    }
    loss += Math.log(sum);
    for (let k = start; k < end; k++) scores[k] /= sum * y.length;
    scores[start + y[i]] -= 1 / y.length;
  }
  return loss / y.length;
}

/** dw = transpose of x times g, db = sum of g's rows */
function gradients(dw: Numbers, db: Numbers, x: Numbers, g: Numbers, [n, m, p]: Sizes, skip: boolean) {
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

/** dx = g times transpose of w */
function back(dx: Numbers, g: Numbers, w: Numbers, [n, m, p]: Sizes) {
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < m; k++) {
      let sum = 0;
      for (let j = 0; j < p; j++) sum += g[i * p + j] * w[k * p + j];
      dx[i * m + k] = sum;
    }
  }
}

/** Turns a gradient into the direction that Adam takes in step `t`, from 1. */
function adapt(
  dw: Numbers,
  { m, v }: { m: Numbers; v: Numbers },
  { beta1, beta2, epsilon }: Adam,
  t: number,
) {
  const [scale1, scale2] = [1 - beta1 ** t, 1 - beta2 ** t];
  for (let k = 0; k < dw.length; k++) {
    m[k] = beta1 * m[k] + (1 - beta1) * dw[k];
    v[k] = beta2 * v[k] + (1 - beta2) * dw[k] * dw[k];
    dw[k] = m[k] / scale1 / (Math.sqrt(v[k] / scale2) + epsilon);
  }
}

/** A step down the gradient and the penalty's; returns the penalty before it. */
function update(w: Numbers, dw: Numbers, learningRate: number, l2: number): number {
  let squares = 0;
  for (let k = 0; k < w.length; k++) {
    squares += w[k] * w[k];
    w[k] -= learningRate * (dw[k] + l2 * w[k]);
  }
  return 0.5 * l2 * squares;
}
