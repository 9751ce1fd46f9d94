import { type Matrix, parameter, RandomState } from "spiralnet";
import { Formulas } from "./formulas.js";

/** What the way back of an affine layer has at hand: the right gradients among it. */
export interface Affine {
  readonly x: Matrix;
  readonly y: Matrix;
  readonly G: Matrix;
  readonly W: Matrix;
  readonly dW: Matrix;
  readonly db: Matrix;
  readonly dx: Matrix;
}

/** Y = XW + b, right but for the gradients that `bend` gives. */
export function affine(
  bend: (right: Affine) => Partial<Pick<Affine, "dW" | "db" | "dx">>,
  [inputs, outputs]: readonly [number, number] = [3, 2],
): Formulas {
  const random = new RandomState(5);
  const W = parameter("W", random.randn(inputs, outputs), "weight");
  const b = parameter("b", random.randn(1, outputs), "bias");
  return new Formulas(
    (x) => {
      const y = x.matmul(W.value).add(b.value);
      return {
        y,
        back(G) {
          const right = {
            dW: x.transpose().matmul(G),
            db: G.sum(0),
            dx: G.matmul(W.value.transpose()),
          };
          const { dW, db, dx } = { ...right, ...bend({ x, y, G, W: W.value, ...right }) };
          W.gradient.addInPlace(dW);
          b.gradient.addInPlace(db);
          return dx;
        },
      };
    },
    [W, b],
  );
}
