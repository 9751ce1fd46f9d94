import { Matrix, RandomState } from "spiralnet";
import { type SeededLayer, Written } from "./seeded.js";

/** What the way back of a Dropout has at hand. */
interface Known {
  readonly G: Matrix;
  readonly y: Matrix;
  /** 0 or 1 / (1 − p). */
  readonly mask: Matrix;
}

const P = 0.4;
const random = new RandomState(11);
const x = random.randn(5, 4);

/** Inverted dropout, y = x ⊙ m, with a way back that may have a mistake. */
function dropout(
  back: (known: Known) => Matrix,
  forward = (x: Matrix, mask: Matrix): Matrix => x.multiply(mask),
): Written {
  const random = new RandomState(12);
  const formulas = (x: Matrix, training: boolean) => {
    if (!training) return { y: x, back: (G: Matrix) => G };
    const mask = random.rand(x.rows, x.cols).map((u) => (u < 1 - P ? 1 / (1 - P) : 0));
    const y = forward(x, mask);
    return { y, back: (G: Matrix) => back({ G, y, mask }) };
  };
  return new Written("Dropout", formulas, [], { random });
}

export const seededDropout: SeededLayer = {
  factor: {
    kinds: ["factor"],
    detail: "1 / (1 − p) forgotten on the way back",
    x,
    subject: () => dropout(({ G, mask }) => G.multiply(mask.greater(0))),
  },
  sign: {
    kinds: ["sign"],
    x,
    subject: () => dropout(({ G, mask }) => G.multiply(mask).negate()),
  },
  zeros: {
    kinds: ["zeros"],
    x,
    subject: () => dropout(({ G }) => Matrix.zeros(G.rows, G.cols)),
  },
  last: {
    kinds: ["last-column"],
    x,
    subject: () =>
      dropout(({ G, mask }) => {
        const dx = Matrix.zeros(G.rows, G.cols);
        for (let i = 0; i < G.rows; i++) {
          for (let j = 0; j < G.cols - 1; j++) dx.set(i, j, G.get(i, j) * mask.get(i, j));
        }
        return dx;
      }),
  },
  exchanged: {
    kinds: ["transposed"],
    x: random.randn(4, 4),
    subject: () =>
      dropout(({ G, mask }) => {
        const dx = Matrix.zeros(G.rows, G.cols);
        for (let i = 0; i < G.rows; i++) {
          for (let j = 0; j < G.cols; j++) dx.set(j, i, G.get(i, j) * mask.get(i, j));
        }
        return dx;
      }),
  },
  kept: {
    kinds: ["stale", "gradient-kept"],
    x,
    subject() {
      let before: Matrix | undefined;
      return dropout(({ G, mask }) => {
        const dx = G.multiply(before ?? 0);
        before = mask;
        return dx;
      });
    },
  },
  overwritten: {
    kinds: ["argument-written"],
    detail: "written to x",
    x,
    subject: () =>
      dropout(
        ({ G, mask }) => G.multiply(mask),
        (x, mask) => x.multiplyInPlace(mask),
      ),
  },
  output: {
    kinds: ["wrong-formula"],
    says: "dL/dy times y,",
    detail: "multiplied by y instead of the mask",
    x,
    subject: () => dropout(({ G, y }) => G.multiply(y)),
  },
  term: {
    kinds: ["zero-output"],
    detail: "the mask forgotten",
    x,
    subject: () => dropout(({ G }) => G.divide(1 - P)),
  },
  upstream: {
    kinds: ["upstream-ignored"],
    x,
    subject: () => dropout(({ mask }) => mask),
  },
};
