import type { Matrix } from "spiralnet";

/** What the way back of {@link affineReluForward} needs. */
interface Cache {
  readonly x: Matrix;
  readonly w: Matrix;
  readonly a: Matrix;
}

/** An affine layer and ReLU in one, as cs231n's assignments ask for it. The way back has a mistake. */
export function affineReluForward(x: Matrix, w: Matrix, b: Matrix): [out: Matrix, cache: Cache] {
  const a = x.matmul(w).add(b);
  return [a.maximum(0), { x, w, a }];
}

/** dL/dx, dL/dw and dL/db. */
export function affineReluBackward(dout: Matrix, { x, w, a }: Cache): [Matrix, Matrix, Matrix] {
  const da = dout.multiply(a.greater(0));
  const dx = da.matmul(w.transpose());
  const dw = x.transpose().matmul(da);
  const db = da.mean(0);
  return [dx, dw, db];
}
