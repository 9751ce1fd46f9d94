import { Matrix, RandomState } from "spiralnet";
import { type SeededLayer, Written } from "./seeded.js";

/** What the way back of a ReLU has at hand. */
interface Known {
  readonly G: Matrix;
  readonly x: Matrix;
  readonly y: Matrix;
  /** 1 if x > 0, else 0. */
  readonly mask: Matrix;
}

const random = new RandomState(3);
const x = random.randn(5, 4);

/** y = max(0, x), with a way back that may have a mistake. */
function relu(back: (known: Known) => Matrix): Written {
  return new Written("ReLU", (x) => {
    const known = { x: x.copy(), y: x.maximum(0), mask: x.greater(0) };
    return { y: known.y, back: (G) => back({ ...known, G }) };
  });
}

export const seededReLU: SeededLayer = {
  factor: {
    kinds: ["factor"],
    detail: "divided by the number of rows",
    x,
    subject: () => relu(({ G, mask }) => G.multiply(mask).divide(G.rows)),
  },
  sign: {
    kinds: ["sign"],
    x,
    subject: () => relu(({ G, x }) => G.map((g, i, j) => (x.get(i, j) > 0 ? -g : 0))),
  },
  zeros: {
    kinds: ["zeros"],
    x,
    subject: () =>
      relu(({ G, mask }) => {
        const dx = Matrix.zeros(G.rows, G.cols);
        dx.multiply(mask).multiply(G);
        return dx;
      }),
  },
  last: {
    kinds: ["last-row"],
    x,
    subject: () =>
      relu(({ G, x }) => {
        const dx = Matrix.zeros(G.rows, G.cols);
        for (let i = 0; i < G.rows - 1; i++) {
          for (let j = 0; j < G.cols; j++) dx.set(i, j, x.get(i, j) > 0 ? G.get(i, j) : 0);
        }
        return dx;
      }),
  },
  exchanged: {
    kinds: ["transposed"],
    x: random.randn(4, 4),
    subject: () =>
      relu(({ G, x }) => {
        const dx = Matrix.zeros(G.rows, G.cols);
        for (let i = 0; i < G.rows; i++) {
          for (let j = 0; j < G.cols; j++) dx.set(j, i, x.get(i, j) > 0 ? G.get(i, j) : 0);
        }
        return dx;
      }),
  },
  kept: {
    kinds: ["stale", "gradient-kept"],
    x,
    subject() {
      let before: Matrix | undefined;
      return relu(({ G, mask }) => {
        const dx = G.multiply(before ?? 0);
        before = mask;
        return dx;
      });
    },
  },
  overwritten: {
    kinds: ["argument-written"],
    detail: "written to the gradient it is given",
    x,
    subject: () =>
      relu(({ G, x }) => {
        for (let i = 0; i < G.data.length; i++) if (!((x.data[i] as number) > 0)) G.data[i] = 0;
        return G;
      }),
  },
  output: {
    kinds: ["taken-at-output", "negative-input", "slope-missing"],
    x,
    subject: () => relu(({ G, y }) => G.multiply(y.greaterEqual(0))),
  },
  term: {
    kinds: ["negative-input", "slope-missing"],
    detail: "the mask forgotten",
    x,
    subject: () => relu(({ G }) => G),
  },
  upstream: {
    kinds: ["upstream-ignored"],
    x,
    subject: () => relu(({ mask }) => mask),
  },
};
