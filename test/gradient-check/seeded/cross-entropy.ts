import { type Loss, Matrix, RandomState, softmax } from "spiralnet";
import type { SeededLayer } from "./seeded.js";

/** What the gradient of the loss has at hand. */
interface Known {
  readonly scores: Matrix;
  /** The softmax of the scores. */
  readonly p: Matrix;
  /** 1 at the label, else 0. */
  readonly labels: Matrix;
}

const random = new RandomState(15);
const x = random.randn(5, 4);
const y = [3, 0, 2, 1, 1];

/** The mean of −log p at the label over the rows, with a gradient that may have a mistake. */
function crossEntropy(gradient: (known: Known) => Matrix): Loss {
  return (scores) => {
    const p = softmax(scores);
    const labels = Matrix.oneHot(y.slice(0, scores.rows), scores.cols);
    const loss = -p.log().multiply(labels).sum() / scores.rows;
    return { loss, gradient: gradient({ scores, p, labels }) };
  };
}

const right = ({ p, labels }: Known): Matrix => p.subtract(labels).divide(p.rows);

export const seededCrossEntropy: SeededLayer = {
  factor: {
    kinds: ["factor"],
    detail: "a sum over the rows for the mean",
    x,
    subject: () => crossEntropy(({ p, labels }) => p.subtract(labels)),
  },
  sign: {
    kinds: ["sign"],
    x,
    subject: () => crossEntropy(({ p, labels }) => labels.subtract(p).divide(p.rows)),
  },
  zeros: {
    kinds: ["zeros"],
    x,
    subject: () => crossEntropy(({ p }) => Matrix.zeros(p.rows, p.cols)),
  },
  last: {
    kinds: ["last-row"],
    x,
    subject: () =>
      crossEntropy(({ p, labels }) => {
        const gradient = Matrix.zeros(p.rows, p.cols);
        for (let i = 0; i < p.rows - 1; i++) {
          for (let j = 0; j < p.cols; j++) gradient.set(i, j, (p.get(i, j) - labels.get(i, j)) / p.rows);
        }
        return gradient;
      }),
  },
  exchanged: {
    kinds: ["transposed", "label"],
    detail: "the 1 taken from the row of the label and the column of the row",
    x: random.randn(4, 4),
    subject: () =>
      crossEntropy(({ p }) => {
        const gradient = p.copy();
        for (let i = 0; i < p.rows; i++) gradient.set(y[i] as number, i, gradient.get(y[i] as number, i) - 1);
        return gradient.divide(p.rows);
      }),
  },
  kept: {
    kinds: ["accumulated", "gradient-kept"],
    x,
    subject() {
      const sum = Matrix.zeros(5, 4);
      return crossEntropy((known) => sum.addInPlace(right(known)).copy());
    },
  },
  overwritten: {
    kinds: ["argument-written"],
    detail: "written to the scores",
    x,
    subject: () => crossEntropy((known) => known.scores.assignInPlace(right(known))),
  },
  output: {
    kinds: ["taken-at-output"],
    detail: "the softmax taken twice",
    x,
    subject: () => crossEntropy(({ p, labels }) => softmax(p).subtract(labels).divide(p.rows)),
  },
  term: {
    kinds: ["label", "term-missing"],
    detail: "the 1 at the label forgotten",
    x,
    subject: () => crossEntropy(({ p }) => p.divide(p.rows)),
  },
  upstream: {
    kinds: ["slope-missing"],
    says: "go back through softmax",
    detail: "−1 / p at the label: the way back through the softmax forgotten",
    x,
    subject: () => crossEntropy(({ p, labels }) => labels.divide(p).divide(-p.rows)),
  },
};
