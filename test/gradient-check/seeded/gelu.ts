import { Matrix, RandomState } from "spiralnet";
import { type SeededLayer, Written } from "./seeded.js";

/** What the way back of a GELU has at hand. */
interface Known {
  readonly G: Matrix;
  readonly x: Matrix;
  readonly y: Matrix;
}

const random = new RandomState(5);
const x = random.randn(5, 4);
const C = Math.sqrt(2 / Math.PI);
const tanhOf = (x: number): number => Math.tanh(C * (x + 0.044715 * x ** 3));

/** y = ½ x (1 + tanh u) with u = √(2/π) (x + 0.044715 x³), and a way back that may have a mistake. */
function gelu(back: (known: Known) => Matrix): Written {
  return new Written("GELU", (x) => {
    const known = { x: x.copy(), y: x.map((value) => 0.5 * value * (1 + tanhOf(value))) };
    return { y: known.y, back: (G) => back({ ...known, G }) };
  });
}

const inner = (x: number): number => x * (1 - tanhOf(x) ** 2) * C * (1 + 3 * 0.044715 * x * x);
const slope = (x: number): number => 0.5 * (1 + tanhOf(x)) + 0.5 * inner(x);

export const seededGELU: SeededLayer = {
  factor: {
    kinds: ["factor"],
    detail: "the ½ forgotten",
    x,
    subject: () => gelu(({ G, x }) => G.multiply(x.map((value) => 1 + tanhOf(value) + inner(value)))),
  },
  sign: {
    kinds: ["sign"],
    x,
    subject: () => gelu(({ G, x }) => G.multiply(x.map(slope)).negate()),
  },
  zeros: {
    kinds: ["zeros"],
    x,
    subject: () => gelu(({ G }) => Matrix.zeros(G.rows, G.cols)),
  },
  last: {
    kinds: ["last-row"],
    x,
    subject: () =>
      gelu(({ G, x }) => {
        const dx = Matrix.zeros(G.rows, G.cols);
        for (let i = 0; i < G.rows - 1; i++) {
          for (let j = 0; j < G.cols; j++) dx.set(i, j, G.get(i, j) * slope(x.get(i, j)));
        }
        return dx;
      }),
  },
  exchanged: {
    kinds: ["transposed"],
    x: random.randn(4, 4),
    subject: () =>
      gelu(({ G, x }) => {
        const dx = Matrix.zeros(G.rows, G.cols);
        for (let i = 0; i < G.rows; i++) {
          for (let j = 0; j < G.cols; j++) dx.set(j, i, G.get(i, j) * slope(x.get(i, j)));
        }
        return dx;
      }),
  },
  kept: {
    kinds: ["stale", "gradient-kept"],
    x,
    subject() {
      let before: Matrix | undefined;
      return gelu(({ G, x }) => {
        const dx = before ? G.multiply(before.map(slope)) : Matrix.zeros(G.rows, G.cols);
        before = x;
        return dx;
      });
    },
  },
  overwritten: {
    kinds: ["argument-written"],
    detail: "written to the gradient it is given",
    x,
    subject: () => gelu(({ G, x }) => G.multiplyInPlace(x.map(slope))),
  },
  output: {
    kinds: ["taken-at-output"],
    x,
    subject: () => gelu(({ G, y }) => G.multiply(y.map(slope))),
  },
  term: {
    kinds: ["term-missing"],
    x,
    subject: () => gelu(({ G, x }) => G.multiply(x.map((value) => 0.5 * (1 + tanhOf(value))))),
  },
  upstream: {
    kinds: ["upstream-ignored"],
    x,
    subject: () => gelu(({ x }) => x.map(slope)),
  },
};
