import { Matrix, parameter, RandomState } from "spiralnet";
import { type SeededLayer, Written } from "./seeded.js";

/** What the way back of a LayerNorm has at hand. */
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

const x = new RandomState(9).randn(5, 4);

/** y = γ x̂ + β, normalized by each row, with a way back that may have a mistake. */
function layerNorm(back: (known: Known) => Matrix): Written {
  const random = new RandomState(10);
  const gamma = parameter("scale", random.randn(1, 4).add(1), "bias");
  const beta = parameter("shift", random.randn(1, 4), "bias");
  const formulas = (x: Matrix) => {
    const deviation = x.variance(1).add(1e-5).sqrt();
    const n = x.subtract(x.mean(1)).divide(deviation);
    const y = n.multiply(gamma.value).add(beta.value);
    const known = { y, n, deviation, gamma: gamma.value, dGamma: gamma.gradient, dBeta: beta.gradient };
    return { y, back: (G: Matrix) => back({ ...known, G }) };
  };
  return new Written("LayerNorm", formulas, [gamma, beta]);
}

/** dL/dx */
function toInput({ G, n, deviation, gamma }: Known): Matrix {
  const D = G.multiply(gamma);
  return D.subtract(D.mean(1))
    .subtract(n.multiply(D.multiply(n).mean(1)))
    .divide(deviation);
}

export const seededLayerNorm: SeededLayer = {
  factor: {
    kinds: ["factor"],
    detail: "a mean over the rows for the sum",
    x,
    subject: () =>
      layerNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).mean(0));
        known.dBeta.addInPlace(known.G.mean(0));
        return toInput(known);
      }),
  },
  sign: {
    kinds: ["sign"],
    x,
    subject: () =>
      layerNorm((known) => {
        known.dGamma.subtractInPlace(known.G.multiply(known.n).sum(0));
        known.dBeta.addInPlace(known.G.sum(0));
        return toInput(known);
      }),
  },
  zeros: {
    kinds: ["zeros"],
    x,
    subject: () =>
      layerNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).sum(0));
        return toInput(known);
      }),
  },
  last: {
    kinds: ["last-row"],
    x,
    subject: () =>
      layerNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).sum(0));
        known.dBeta.addInPlace(known.G.sum(0));
        const all = toInput(known);
        const dx = Matrix.zeros(all.rows, all.cols);
        for (let i = 0; i < dx.rows - 1; i++) for (let j = 0; j < dx.cols; j++) dx.set(i, j, all.get(i, j));
        return dx;
      }),
  },
  exchanged: {
    kinds: ["transposed", "wrong-axis"],
    detail: "means along the columns instead of the rows",
    x,
    subject: () =>
      layerNorm(({ G, n, deviation, gamma, dGamma, dBeta }) => {
        dGamma.addInPlace(G.multiply(n).sum(0));
        dBeta.addInPlace(G.sum(0));
        const D = G.multiply(gamma);
        return D.subtract(D.mean(0))
          .subtract(n.multiply(D.multiply(n).mean(0)))
          .divide(deviation);
      }),
  },
  kept: {
    kinds: ["accumulated", "gradient-kept"],
    x,
    subject() {
      const sum = Matrix.zeros(1, 4);
      return layerNorm((known) => {
        sum.addInPlace(known.G.multiply(known.n).sum(0));
        known.dGamma.addInPlace(sum);
        known.dBeta.addInPlace(known.G.sum(0));
        return toInput(known);
      });
    },
  },
  overwritten: {
    kinds: ["overwritten", "gradient-not-added"],
    x,
    subject: () =>
      layerNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).sum(0));
        known.dBeta.assignInPlace(known.G.sum(0));
        return toInput(known);
      }),
  },
  output: {
    kinds: ["taken-at-output"],
    detail: "dL/dγ with y instead of x̂",
    x,
    subject: () =>
      layerNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.y).sum(0));
        known.dBeta.addInPlace(known.G.sum(0));
        return toInput(known);
      }),
  },
  term: {
    kinds: ["term-missing"],
    x,
    subject: () =>
      layerNorm(({ G, n, deviation, gamma, dGamma, dBeta }) => {
        dGamma.addInPlace(G.multiply(n).sum(0));
        dBeta.addInPlace(G.sum(0));
        const D = G.multiply(gamma);
        return D.subtract(D.mean(1)).divide(deviation);
      }),
  },
  upstream: {
    kinds: ["upstream-ignored"],
    x,
    subject: () =>
      layerNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).sum(0));
        known.dBeta.addInPlace(known.G.sum(0));
        return toInput({ ...known, G: Matrix.full(known.G.rows, known.G.cols, 1) });
      }),
  },
};
