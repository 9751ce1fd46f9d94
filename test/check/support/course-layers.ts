import { type Matrix, RandomState } from "spiralnet";
import type { LayerFunctions } from "spiralnet/check";

// The layers of cs231n's assignments in their function form, by the formulas of its notes.

export const affine: LayerFunctions<{ x: Matrix; w: Matrix }> = {
  forward: (x, w, b) => [x.matmul(w as Matrix).add(b as Matrix), { x, w: w as Matrix }],
  backward: (dout, { x, w }) => [dout.matmul(w.transpose()), x.transpose().matmul(dout), dout.sum(0)],
};

export const relu: LayerFunctions<Matrix> = {
  forward: (x) => [x.maximum(0), x],
  backward: (dout, x) => [dout.multiply(x.greater(0))],
};

/** As relu, but with the slope 1 at 0, which is as right. */
export const reluAtZero: LayerFunctions<Matrix> = {
  forward: (x) => [x.maximum(0), x],
  backward: (dout, x) => [dout.multiply(x.greaterEqual(0))],
};

export const sigmoid: LayerFunctions<Matrix> = {
  forward(x) {
    const out = x.negate().map(Math.exp).add(1).pow(-1);
    return [out, out];
  },
  backward: (dout, out) => [dout.multiply(out).multiply(out.negate().add(1))],
};

interface NormCache {
  readonly normal: Matrix;
  readonly deviation: Matrix;
  readonly gamma: Matrix;
}

/** Batch normalization, with running statistics as PyTorch keeps them, and without a batch in `predict`. */
export function batchNorm(): LayerFunctions<NormCache> {
  let means: Matrix | number = 0;
  let variances: Matrix | number = 1;
  return {
    forward(x, gamma, beta) {
      const mean: Matrix = x.mean(0);
      const centred = x.subtract(mean);
      const variance: Matrix = centred.multiply(centred).mean(0);
      means = mean.multiply(0.1).add(typeof means === "number" ? 0.9 * means : means.multiply(0.9));
      const unbiased = variance.multiply((0.1 * x.rows) / (x.rows - 1));
      variances = unbiased.add(typeof variances === "number" ? 0.9 * variances : variances.multiply(0.9));
      const deviation = variance.add(1e-5).sqrt();
      const normal: Matrix = centred.divide(deviation);
      return [normal.multiply(gamma).add(beta), { normal, deviation, gamma }];
    },
    // The simplified form, in one line of algebra.
    backward(dout, { normal, deviation, gamma }) {
      const d: Matrix = dout.multiply(gamma);
      const dgamma: Matrix = dout.multiply(normal).sum(0);
      const n = dout.rows;
      const dx = d
        .multiply(n)
        .subtract(d.sum(0))
        .subtract(normal.multiply(d.multiply(normal).sum(0)))
        .divide(deviation)
        .divide(n);
      return [dx, dgamma, dout.sum(0)];
    },
    predict(x, gamma, beta) {
      const deviation =
        typeof variances === "number" ? Math.sqrt(variances + 1e-5) : variances.add(1e-5).sqrt();
      return x.subtract(means).divide(deviation).multiply(gamma).add(beta);
    },
  };
}

/** The same gradient by the computational graph, step by step. */
export function batchNormByGraph(): LayerFunctions<NormCache & { readonly centred: Matrix }> {
  return {
    forward(x, gamma, beta) {
      const centred = x.subtract(x.mean(0));
      const deviation = centred.pow(2).mean(0).add(1e-5).pow(0.5);
      const normal = centred.multiply(deviation.pow(-1));
      return [normal.multiply(gamma).add(beta), { normal, deviation, gamma, centred }];
    },
    backward(dout, { normal, deviation, gamma, centred }) {
      const n = dout.rows;
      const dnormal: Matrix = dout.multiply(gamma);
      const dinverse: Matrix = dnormal.multiply(centred).sum(0);
      const dvariance: Matrix = dinverse.multiply(-0.5).divide(deviation.pow(3));
      const dcentred = dnormal.divide(deviation).add(centred.multiply(dvariance.multiply(2 / n)));
      const dmean: Matrix = dcentred.sum(0);
      return [dcentred.subtract(dmean.divide(n)), dout.multiply(normal).sum(0), dout.sum(0)];
    },
  };
}

export const layerNorm: LayerFunctions<NormCache> = {
  forward(x, gamma, beta) {
    const centred = x.subtract(x.mean(1));
    const deviation = centred.pow(2).mean(1).add(1e-5).sqrt();
    const normal = centred.divide(deviation);
    return [normal.multiply(gamma).add(beta), { normal, deviation, gamma }];
  },
  backward(dout, { normal, deviation, gamma }) {
    const d: Matrix = dout.multiply(gamma);
    const mean: Matrix = d.mean(1);
    const dx = d
      .subtract(mean)
      .subtract(normal.multiply(d.multiply(normal).mean(1)))
      .divide(deviation);
    return [dx, dout.multiply(normal).sum(0), dout.sum(0)];
  },
};

/** Inverted dropout; p is the probability of keeping an element, as in the course. */
export function dropout(p: number, seed: number): LayerFunctions<Matrix> {
  const random = new RandomState(seed);
  return {
    forward(x) {
      const mask = random.rand(x.rows, x.cols).less(p).divide(p);
      return [x.multiply(mask), mask];
    },
    backward: (dout, mask) => [dout.multiply(mask)],
    predict: (x) => x,
  };
}
