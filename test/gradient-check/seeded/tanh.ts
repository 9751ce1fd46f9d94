import { Matrix, RandomState } from "spiralnet";
import { type SeededLayer, Written } from "./seeded.js";

/** What the way back of a Tanh has at hand. */
interface Known {
  readonly G: Matrix;
  readonly x: Matrix;
  readonly y: Matrix;
}

const random = new RandomState(4);
const x = random.randn(5, 4);

/** y = tanh x, with a way back that may have a mistake. */
function tanh(back: (known: Known) => Matrix): Written {
  return new Written("Tanh", (x) => {
    const known = { x: x.copy(), y: x.tanh() };
    return { y: known.y, back: (G) => back({ ...known, G }) };
  });
}

const slope = (y: number): number => 1 - y * y;

export const seededTanh: SeededLayer = {
  factor: {
    kinds: ["factor"],
    detail: "tanh x = 2σ(2x) − 1, with the inner 2 forgotten",
    x,
    subject: () =>
      tanh(({ G, x }) => {
        const s = x.map((value) => 1 / (1 + Math.exp(-2 * value)));
        return G.multiply(s.map((value) => 2 * value * (1 - value)));
      }),
  },
  sign: {
    kinds: ["sign"],
    x,
    subject: () => tanh(({ G, y }) => G.multiply(y.map((value) => value * value - 1))),
  },
  zeros: {
    kinds: ["zeros"],
    x,
    subject: () => tanh(({ G }) => Matrix.zeros(G.rows, G.cols)),
  },
  last: {
    kinds: ["last-column"],
    x,
    subject: () =>
      tanh(({ G, y }) => {
        const dx = Matrix.zeros(G.rows, G.cols);
        for (let i = 0; i < G.rows; i++) {
          for (let j = 0; j < G.cols - 1; j++) dx.set(i, j, G.get(i, j) * slope(y.get(i, j)));
        }
        return dx;
      }),
  },
  exchanged: {
    kinds: ["transposed"],
    x: random.randn(4, 4),
    subject: () =>
      tanh(({ G, y }) => {
        const dx = Matrix.zeros(G.rows, G.cols);
        for (let i = 0; i < G.rows; i++) {
          for (let j = 0; j < G.cols; j++) dx.set(j, i, G.get(i, j) * slope(y.get(i, j)));
        }
        return dx;
      }),
  },
  kept: {
    kinds: ["accumulated", "gradient-kept"],
    x,
    subject() {
      let sum: Matrix | undefined;
      return tanh(({ G, y }) => {
        const dx = G.multiply(y.map(slope));
        sum = sum ? sum.add(dx) : dx;
        return sum;
      });
    },
  },
  overwritten: {
    kinds: ["argument-written"],
    detail: "written to the gradient it is given",
    x,
    subject: () => tanh(({ G, y }) => G.multiplyInPlace(y.map(slope))),
  },
  output: {
    kinds: ["taken-at-output"],
    x,
    subject: () => tanh(({ G, y }) => G.multiply(y.tanh().map(slope))),
  },
  term: {
    kinds: ["slope-missing"],
    detail: "the slope forgotten",
    x,
    subject: () => tanh(({ G }) => G),
  },
  upstream: {
    kinds: ["upstream-ignored"],
    x,
    subject: () => tanh(({ y }) => y.map(slope)),
  },
};
