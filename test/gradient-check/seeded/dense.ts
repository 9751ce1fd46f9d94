import { L2, Matrix, parameter, RandomState } from "spiralnet";
import { type SeededLayer, Written } from "./seeded.js";

/** What the way back of a Dense layer has at hand. */
interface Known {
  readonly G: Matrix;
  readonly x: Matrix;
  readonly y: Matrix;
  readonly W: Matrix;
  readonly dW: Matrix;
  readonly db: Matrix;
}

const random = new RandomState(1);
const x = random.randn(5, 4);

/** Y = XW + b, with a way back that may have a mistake. */
function dense(back: (known: Known) => Matrix, outputs = 3): Written {
  const draw = new RandomState(2);
  const W = parameter("weights", draw.randn(4, outputs), "weight");
  const b = parameter("biases", draw.randn(1, outputs), "bias");
  const formulas = (x: Matrix) => {
    const y = x.matmul(W.value).add(b.value);
    const known = { x: x.copy(), y, W: W.value, dW: W.gradient, db: b.gradient };
    return { y, back: (G: Matrix) => back({ ...known, G }) };
  };
  return new Written("Dense", formulas, [W, b]);
}

function right({ G, x, W, dW, db }: Known): Matrix {
  dW.addInPlace(x.transpose().matmul(G));
  db.addInPlace(G.sum(0));
  return G.matmul(W.transpose());
}

const l2 = new L2(0.1);

export const seededDense: SeededLayer = {
  factor: {
    kinds: ["factor"],
    detail: "a mean over the rows for the sum",
    x,
    subject: () =>
      dense(({ G, x, W, dW, db }) => {
        dW.addInPlace(x.transpose().matmul(G).divide(x.rows));
        db.addInPlace(G.mean(0));
        return G.matmul(W.transpose());
      }),
  },
  sign: {
    kinds: ["sign"],
    x,
    subject: () =>
      dense(({ G, x, W, dW, db }) => {
        dW.subtractInPlace(x.transpose().matmul(G));
        db.subtractInPlace(G.sum(0));
        return G.matmul(W.transpose());
      }),
  },
  zeros: {
    kinds: ["zeros"],
    x,
    subject: () =>
      dense(({ G, x, W, dW }) => {
        dW.addInPlace(x.transpose().matmul(G));
        return G.matmul(W.transpose());
      }),
  },
  last: {
    kinds: ["last-column"],
    x,
    subject: () =>
      dense(({ G, x, W, dW, db }) => {
        for (let i = 0; i < dW.rows; i++) {
          for (let j = 0; j < dW.cols - 1; j++)
            dW.set(i, j, dW.get(i, j) + x.col(i).multiply(G.col(j)).sum());
        }
        db.addInPlace(G.sum(0));
        return G.matmul(W.transpose());
      }),
  },
  exchanged: {
    kinds: ["transposed"],
    x,
    subject: () =>
      dense(({ G, x, W, dW, db }) => {
        dW.addInPlace(G.transpose().matmul(x));
        db.addInPlace(G.sum(0));
        return G.matmul(W.transpose());
      }, 4),
  },
  kept: {
    kinds: ["accumulated", "gradient-kept"],
    x,
    subject() {
      const sum = Matrix.zeros(4, 3);
      return dense(({ G, x, W, dW, db }) => {
        sum.addInPlace(x.transpose().matmul(G));
        dW.addInPlace(sum);
        db.addInPlace(G.sum(0));
        return G.matmul(W.transpose());
      });
    },
  },
  overwritten: {
    kinds: ["overwritten", "gradient-not-added"],
    x,
    subject: () =>
      dense(({ G, x, W, dW, db }) => {
        dW.assignInPlace(x.transpose().matmul(G));
        db.assignInPlace(G.sum(0));
        return G.matmul(W.transpose());
      }),
  },
  output: {
    kinds: ["taken-at-output"],
    x,
    subject: () =>
      dense(({ G, y, W, dW, db }) => {
        dW.addInPlace(y.transpose().matmul(G));
        db.addInPlace(G.sum(0));
        return G.matmul(W.transpose());
      }, 4),
  },
  term: {
    kinds: ["penalty-missing"],
    x,
    subject: () => dense(right),
    options: {
      regularizer: {
        penalty: (parameters) => l2.penalty(parameters),
        apply: (parameters) => l2.penalty(parameters),
      },
    },
  },
  upstream: {
    kinds: ["upstream-ignored"],
    x,
    subject: () =>
      dense(({ G, x, W, dW, db }) => {
        dW.addInPlace(x.transpose().matmul(Matrix.full(G.rows, G.cols, 1)));
        db.addInPlace(G.sum(0));
        return G.matmul(W.transpose());
      }),
  },
};
