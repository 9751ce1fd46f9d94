import { Matrix, parameter, RandomState } from "spiralnet";
import { type SeededLayer, Written } from "./seeded.js";

/** What the way back of the block has at hand. */
interface Known {
  readonly G: Matrix;
  readonly x: Matrix;
  readonly y: Matrix;
  /** tanh(xW) */
  readonly t: Matrix;
  readonly W: Matrix;
  readonly dW: Matrix;
}

const x = new RandomState(13).randn(5, 4);

/** A block with a shortcut, y = x + tanh(xW), with a way back that may have a mistake. */
function residual(back: (known: Known) => Matrix): Written {
  const W = parameter("weights", new RandomState(14).randn(4, 4), "weight");
  const formulas = (x: Matrix) => {
    const t = x.matmul(W.value).tanh();
    const known = { x: x.copy(), y: x.add(t), t, W: W.value, dW: W.gradient };
    return { y: known.y, back: (G: Matrix) => back({ ...known, G }) };
  };
  return new Written("Residual", formulas, [W]);
}

/** dL/d(xW) */
const inner = ({ G, t }: Known): Matrix => G.multiply(t.map((value) => 1 - value * value));

export const seededResidual: SeededLayer = {
  factor: {
    kinds: ["factor"],
    detail: "a mean over the rows for the sum",
    x,
    subject: () =>
      residual((known) => {
        const { G, x, W, dW } = known;
        const D = inner(known);
        dW.addInPlace(x.transpose().matmul(D).divide(x.rows));
        return G.add(D.matmul(W.transpose()));
      }),
  },
  sign: {
    kinds: ["sign"],
    x,
    subject: () =>
      residual((known) => {
        const { G, x, W, dW } = known;
        const D = inner(known);
        dW.subtractInPlace(x.transpose().matmul(D));
        return G.add(D.matmul(W.transpose()));
      }),
  },
  zeros: {
    kinds: ["zeros"],
    x,
    subject: () => residual((known) => known.G.add(inner(known).matmul(known.W.transpose()))),
  },
  last: {
    kinds: ["last-row"],
    x,
    subject: () =>
      residual((known) => {
        const { G, x, W, dW } = known;
        const D = inner(known);
        for (let i = 0; i < dW.rows - 1; i++) {
          for (let j = 0; j < dW.cols; j++) dW.set(i, j, dW.get(i, j) + x.col(i).multiply(D.col(j)).sum());
        }
        return G.add(D.matmul(W.transpose()));
      }),
  },
  exchanged: {
    kinds: ["transposed"],
    detail: "dL/dx with W instead of its transpose",
    x,
    subject: () =>
      residual((known) => {
        const { G, x, W, dW } = known;
        const D = inner(known);
        dW.addInPlace(x.transpose().matmul(D));
        return G.add(D.matmul(W));
      }),
  },
  kept: {
    kinds: ["accumulated", "gradient-kept"],
    x,
    subject() {
      const sum = Matrix.zeros(4, 4);
      return residual((known) => {
        const { G, x, W, dW } = known;
        const D = inner(known);
        dW.addInPlace(sum.addInPlace(x.transpose().matmul(D)));
        return G.add(D.matmul(W.transpose()));
      });
    },
  },
  overwritten: {
    kinds: ["overwritten", "gradient-not-added"],
    x,
    subject: () =>
      residual((known) => {
        const { G, x, W, dW } = known;
        const D = inner(known);
        dW.assignInPlace(x.transpose().matmul(D));
        return G.add(D.matmul(W.transpose()));
      }),
  },
  output: {
    kinds: ["taken-at-output"],
    detail: "the slope 1 − y² with the y of the block",
    x,
    subject: () =>
      residual(({ G, x, y, W, dW }) => {
        const D = G.multiply(y.map((value) => 1 - value * value));
        dW.addInPlace(x.transpose().matmul(D));
        return G.add(D.matmul(W.transpose()));
      }),
  },
  term: {
    kinds: ["term-missing"],
    detail: "the shortcut forgotten",
    x,
    subject: () =>
      residual((known) => {
        const { x, W, dW } = known;
        const D = inner(known);
        dW.addInPlace(x.transpose().matmul(D));
        return D.matmul(W.transpose());
      }),
  },
  upstream: {
    kinds: ["upstream-ignored"],
    x,
    subject: () =>
      residual(({ G, x, t, W, dW }) => {
        const D = t.map((value) => 1 - value * value);
        dW.addInPlace(x.transpose().matmul(D));
        return G.add(D.matmul(W.transpose()));
      }),
  },
};
