import type { Matrix } from "spiralnet";

/** What the way back of {@link batchnormForward} needs. */
interface Cache {
  readonly xhat: Matrix;
  readonly std: Matrix;
  readonly gamma: Matrix;
}

/** Batch normalization in training, as cs231n's assignment 2 asks for it. It is right. */
export function batchnormForward(x: Matrix, gamma: Matrix, beta: Matrix): [out: Matrix, cache: Cache] {
  const std = x.variance(0).add(1e-5).sqrt();
  const xhat = x.subtract(x.mean(0)).divide(std);
  return [xhat.multiply(gamma).add(beta), { xhat, std, gamma }];
}

/** dL/dx, dL/dgamma and dL/dbeta. */
export function batchnormBackward(dout: Matrix, { xhat, std, gamma }: Cache): [Matrix, Matrix, Matrix] {
  const dxhat = dout.multiply(gamma);
  const along = xhat.multiply(dxhat.multiply(xhat).mean(0));
  const dx = dxhat.subtract(dxhat.mean(0)).subtract(along).divide(std);
  return [dx, dout.multiply(xhat).sum(0), dout.sum(0)];
}
