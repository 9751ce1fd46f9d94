import { Matrix, parameter, RandomState } from "spiralnet";
import { type SeededLayer, Written } from "./seeded.js";

/** What the way back of a BatchNorm has at hand. */
interface Known {
  readonly G: Matrix;
  readonly y: Matrix;
  /** x̂ */
  readonly n: Matrix;
  /** √(σ² + ε) */
  readonly deviation: Matrix;
  readonly gamma: Matrix;
  readonly dGamma: Matrix;
  readonly dBeta: Matrix;
}

const x = new RandomState(7).randn(6, 4);

/** y = γ x̂ + β, normalized by the columns of the batch, with a way back that may have a mistake. */
function batchNorm(back: (known: Known) => Matrix): Written {
  const random = new RandomState(8);
  const gamma = parameter("scale", random.randn(1, 4).add(1), "bias");
  const beta = parameter("shift", random.randn(1, 4), "bias");
  const formulas = (x: Matrix) => {
    const deviation = x.variance(0).add(1e-5).sqrt();
    const n = x.subtract(x.mean(0)).divide(deviation);
    const y = n.multiply(gamma.value).add(beta.value);
    const known = { y, n, deviation, gamma: gamma.value, dGamma: gamma.gradient, dBeta: beta.gradient };
    return { y, back: (G: Matrix) => back({ ...known, G }) };
  };
  return new Written("BatchNorm", formulas, [gamma, beta]);
}

/** dL/dx */
function toInput({ G, n, deviation, gamma }: Known): Matrix {
  const D = G.multiply(gamma);
  return D.subtract(D.mean(0))
    .subtract(n.multiply(D.multiply(n).mean(0)))
    .divide(deviation);
}

export const seededBatchNorm: SeededLayer = {
  factor: {
    kinds: ["factor"],
    detail: "a mean over the rows for the sum",
    x,
    subject: () =>
      batchNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).mean(0));
        known.dBeta.addInPlace(known.G.mean(0));
        return toInput(known);
      }),
  },
  sign: {
    kinds: ["sign"],
    x,
    subject: () =>
      batchNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).sum(0));
        known.dBeta.subtractInPlace(known.G.sum(0));
        return toInput(known);
      }),
  },
  zeros: {
    kinds: ["zeros"],
    x,
    subject: () =>
      batchNorm((known) => {
        known.dBeta.addInPlace(known.G.sum(0));
        return toInput(known);
      }),
  },
  last: {
    kinds: ["last-column"],
    x,
    subject: () =>
      batchNorm((known) => {
        const products = known.G.multiply(known.n).sum(0);
        for (let j = 0; j < products.cols - 1; j++) {
          known.dGamma.set(0, j, known.dGamma.get(0, j) + products.get(0, j));
        }
        known.dBeta.addInPlace(known.G.sum(0));
        return toInput(known);
      }),
  },
  exchanged: {
    kinds: ["transposed", "wrong-axis"],
    detail: "means along the rows instead of the columns",
    x,
    subject: () =>
      batchNorm(({ G, n, deviation, gamma, dGamma, dBeta }) => {
        dGamma.addInPlace(G.multiply(n).sum(0));
        dBeta.addInPlace(G.sum(0));
        const D = G.multiply(gamma);
        return D.subtract(D.mean(1))
          .subtract(n.multiply(D.multiply(n).mean(1)))
          .divide(deviation);
      }),
  },
  kept: {
    kinds: ["stale", "gradient-kept"],
    x,
    subject() {
      let before: Matrix = Matrix.zeros(6, 4);
      return batchNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(before).sum(0));
        known.dBeta.addInPlace(known.G.sum(0));
        before = known.n;
        return toInput(known);
      });
    },
  },
  overwritten: {
    kinds: ["overwritten", "gradient-not-added"],
    x,
    subject: () =>
      batchNorm((known) => {
        known.dGamma.assignInPlace(known.G.multiply(known.n).sum(0));
        known.dBeta.assignInPlace(known.G.sum(0));
        return toInput(known);
      }),
  },
  output: {
    kinds: ["taken-at-output"],
    detail: "dL/dγ with y instead of x̂",
    x,
    subject: () =>
      batchNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.y).sum(0));
        known.dBeta.addInPlace(known.G.sum(0));
        return toInput(known);
      }),
  },
  term: {
    kinds: ["term-missing"],
    x,
    subject: () =>
      batchNorm(({ G, n, deviation, gamma, dGamma, dBeta }) => {
        dGamma.addInPlace(G.multiply(n).sum(0));
        dBeta.addInPlace(G.sum(0));
        return G.multiply(gamma).divide(deviation);
      }),
  },
  upstream: {
    kinds: ["upstream-ignored"],
    x,
    subject: () =>
      batchNorm((known) => {
        known.dGamma.addInPlace(known.n.sum(0));
        known.dBeta.addInPlace(known.G.rows);
        return toInput(known);
      }),
  },
};
