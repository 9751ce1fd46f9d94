import { Matrix, RandomState } from "spiralnet";
import { type Known, normalization, toInput } from "./normalization.js";
import type { SeededLayer } from "./seeded.js";

const x = new RandomState(9).randn(5, 4);
const layerNorm = (back: (known: Known) => Matrix) => normalization("LayerNorm", 1, back);

export const seededLayerNorm: SeededLayer = {
  factor: {
    kinds: ["factor"],
    detail: "a mean over the rows for the sum",
    x,
    subject: () =>
      layerNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).mean(0));
        known.dBeta.addInPlace(known.G.mean(0));
        return toInput(known, 1);
      }),
  },
  sign: {
    kinds: ["sign"],
    x,
    subject: () =>
      layerNorm((known) => {
        known.dGamma.subtractInPlace(known.G.multiply(known.n).sum(0));
        known.dBeta.addInPlace(known.G.sum(0));
        return toInput(known, 1);
      }),
  },
  zeros: {
    kinds: ["zeros"],
    x,
    subject: () =>
      layerNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).sum(0));
        return toInput(known, 1);
      }),
  },
  last: {
    kinds: ["last-row"],
    x,
    subject: () =>
      layerNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).sum(0));
        known.dBeta.addInPlace(known.G.sum(0));
        const all = toInput(known, 1);
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
      layerNorm((known) => {
        known.dGamma.addInPlace(known.G.multiply(known.n).sum(0));
        known.dBeta.addInPlace(known.G.sum(0));
        return toInput(known, 0);
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
        return toInput(known, 1);
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
        return toInput(known, 1);
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
        return toInput(known, 1);
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
        return toInput({ ...known, G: Matrix.full(known.G.rows, known.G.cols, 1) }, 1);
      }),
  },
};
