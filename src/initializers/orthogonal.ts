import { checkNonNegative } from "../errors/number.js";
import type { Matrix } from "../matrix/matrix.js";
import { filled } from "../random/filled.js";
import { checkArguments } from "./check-arguments.js";
import type { Initializer } from "./initializer.js";

/**
 * An initializer whose matrix W keeps lengths: its rows are orthogonal and of length `gain`, WWᵀ = gain²·I, so
 * that xW is `gain` times as long as x. If there are fewer outputs than inputs, its columns are, WᵀW =
 * gain²·I, and gradients keep their length on the way back. A gain of √2 suits ReLU.
 *
 * W is Q of the QR decomposition of a matrix of normals, with the signs that make the diagonal of R
 * positive, as in PyTorch's `orthogonal_`. So it is uniform among the matrices of its kind.
 *
 * @param gain - how many times as long as x xW is
 * @throws RangeError or TypeError if `gain` is negative or not finite. The initializer throws if a width is
 * not an integer of at least 0, or its generator is not a RandomState
 * @see Saxe et al., "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks"
 * (2013), {@link https://arxiv.org/abs/1312.6120}
 * @example
 * ```ts
 * import { Matrix, orthogonal, RandomState } from "spiralnet";
 *
 * const W = orthogonal()(5, 3, new RandomState(0));
 * W.transpose().matmul(W).allClose(Matrix.identity(3)); // => true
 * ```
 */
export function orthogonal(gain = 1): Initializer {
  checkNonNegative("orthogonal: gain", gain);
  return (inputs, outputs, random) => {
    checkArguments("orthogonal", inputs, outputs, random);
    const drawn: Matrix = filled("orthogonal", inputs, outputs, () => random.randn());
    const tall = inputs > outputs;
    const rows = tall ? drawn.transpose() : drawn;
    orthonormalize(rows);
    return (tall ? rows.transpose() : rows).multiply(gain);
  };
}

/** So much of a row must be new: less is what rounding leaves of one that depends on those before it. */
const LEAST = 1e-10;

/** Makes the rows orthogonal and of length 1, one after the other, in place (Gram and Schmidt). */
function orthonormalize(x: Matrix): void {
  const rows = Array.from({ length: x.rows }, (_, i) => x.data.subarray(i * x.cols, (i + 1) * x.cols));
  rows.forEach((row, i) => {
    const drawn = Math.sqrt(dot(row, row));
    // The second time takes away what rounding has left of the first.
    for (let time = 0; time < 2; time++) {
      for (const before of rows.slice(0, i)) addScaled(row, -dot(row, before), before);
    }
    const length = Math.sqrt(dot(row, row));
    if (!(length > LEAST * drawn)) {
      throw new RangeError(
        `orthogonal: row ${i} of the random numbers depends on those before; expected independent ones`,
      );
    }
    for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) / length;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] as number) * (b[j] as number);
  return sum;
}

/** a += factor · b */
function addScaled(a: Float64Array, factor: number, b: Float64Array): void {
  for (let j = 0; j < a.length; j++) a[j] = (a[j] as number) + factor * (b[j] as number);
}
