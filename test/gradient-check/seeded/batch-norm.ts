import { Matrix, RandomState } from "spiralnet";
import { type Known, normalization, toInput } from "./normalization.js";
import type { SeededLayer } from "./seeded.js";

const x = new RandomState(7).randn(6, 4);
const batchNorm = (back: (known: Known) => Matrix) => normalization("BatchNorm", 0, back);

export const seededBatchNorm: SeededLayer = {
  factor: {
    kinds: ["factor"],
    detail: "a mean over the rows for the sum",
    x,
    subject: () =>
      batchNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).mean(0));
        known.dBeta.addInPlace(known.G.mean(0));
        return toInput(known, 0);
      }),
  },
  sign: {
    kinds: ["sign"],
    x,
    subject: () =>
      batchNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).sum(0));
        known.dBeta.subtractInPlace(known.G.sum(0));
        return toInput(known, 0);
      }),
  },
  zeros: {
    kinds: ["zeros"],
    x,
    subject: () =>
      batchNorm((known) => {
        known.dBeta.addInPlace(known.G.sum(0));
        return toInput(known, 0);
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
        return toInput(known, 0);
      }),
  },
  exchanged: {
    kinds: ["transposed", "wrong-axis"],
    detail: "means along the rows instead of the columns",
    x,
    subject: () =>
      batchNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).sum(0));
        known.dBeta.addInPlace(known.G.sum(0));
        return toInput(known, 1);
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
        return toInput(known, 0);
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
        return toInput(known, 0);
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
        return toInput(known, 0);
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
        return toInput(known, 0);
      }),
  },
};
