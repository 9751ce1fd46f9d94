import { Matrix, softmax as probabilities, RandomState } from "spiralnet";
import { type SeededLayer, Written } from "./seeded.js";

/** What the way back of a Softmax has at hand. */
interface Known {
  readonly G: Matrix;
  readonly y: Matrix;
}

const random = new RandomState(6);
const x = random.randn(5, 4);

/** The softmax of each row, with a way back that may have a mistake. */
function softmax(back: (known: Known) => Matrix): Written {
  return new Written("Softmax", (x) => {
    const y = probabilities(x);
    return { y, back: (G) => back({ G, y }) };
  });
}

const right = ({ G, y }: Known): Matrix => y.multiply(G.subtract(G.multiply(y).sum(1)));

export const seededSoftmax: SeededLayer = {
  factor: {
    kinds: ["factor"],
    detail: "divided by the number of rows",
    x,
    subject: () => softmax((known) => right(known).divide(known.G.rows)),
  },
  sign: {
    kinds: ["sign"],
    x,
    subject: () => softmax(({ G, y }) => y.multiply(G.multiply(y).sum(1).subtract(G))),
  },
  zeros: {
    kinds: ["zeros"],
    x,
    subject: () => softmax(({ G }) => Matrix.zeros(G.rows, G.cols)),
  },
  last: {
    kinds: ["last-column"],
    x,
    subject: () =>
      softmax(({ G, y }) => {
        const dx = Matrix.zeros(G.rows, G.cols);
        const means = G.multiply(y).sum(1);
        for (let i = 0; i < G.rows; i++) {
          for (let j = 0; j < G.cols - 1; j++) dx.set(i, j, y.get(i, j) * (G.get(i, j) - means.get(i, 0)));
        }
        return dx;
      }),
  },
  exchanged: {
    kinds: ["transposed", "wrong-axis"],
    detail: "summed over the columns instead of the rows",
    x,
    subject: () => softmax(({ G, y }) => y.multiply(G.subtract(G.multiply(y).sum(0)))),
  },
  kept: {
    kinds: ["stale", "gradient-kept"],
    x,
    subject() {
      let before: Matrix | undefined;
      return softmax(({ G, y }) => {
        const dx = right({ G, y: before ?? Matrix.zeros(G.rows, G.cols) });
        before = y.copy();
        return dx;
      });
    },
  },
  overwritten: {
    kinds: ["argument-written"],
    detail: "written to the gradient it is given",
    x,
    subject: () => softmax(({ G, y }) => G.subtractInPlace(G.multiply(y).sum(1)).multiplyInPlace(y)),
  },
  output: {
    kinds: ["taken-at-output"],
    x,
    subject: () => softmax(({ G, y }) => right({ G, y: probabilities(y) })),
  },
  term: {
    kinds: ["term-missing", "wrong-formula"],
    says: "y (1 − y) dL/dy",
    x,
    subject: () => softmax(({ G, y }) => G.multiply(y).multiply(y.map((p) => 1 - p))),
  },
  upstream: {
    kinds: ["upstream-ignored"],
    x,
    subject: () => softmax(({ y }) => y.map((p) => p * (1 - p))),
  },
};
