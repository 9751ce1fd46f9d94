import { checkBoolean } from "../errors/kind.js";
import { NonFiniteError } from "../errors/non-finite-error.js";
import { checkResult } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import { placeOf } from "../matrix/place-of.js";
import type { LossAndGradient } from "./loss.js";

/** How the losses of single outputs become one number. */
export interface ReductionOptions {
  /**
   * Whether the loss of a row is the sum over its columns; if not given, it is their mean, as in PyTorch. The
   * loss of the batch is the mean over the rows in any case.
   */
  readonly sumColumns?: boolean | undefined;
}

/**
 * The mean of the losses of single outputs, over the elements or, with `sumColumns`, over the rows, and its
 * gradient.
 *
 * @param losses - one for each output, all at least 0
 * @param slopes - of the sum of the losses, one for each output; becomes the gradient
 * @throws {@link NonFiniteError} if a loss, the mean or an element of the gradient is above the largest float64
 */
export function reduceLosses<R extends number, C extends number>(
  operation: string,
  outputs: Matrix<R, C>,
  losses: Float64Array,
  slopes: Float64Array,
  { sumColumns = false }: ReductionOptions,
): LossAndGradient<R, C> {
  checkBoolean(`${operation}: sumColumns`, sumColumns);
  const { rows, cols } = outputs;
  const count = Math.max(1, sumColumns ? rows : rows * cols);
  const sum = losses.reduce((total, loss) => total + loss, 0);
  // The sum may overflow though the mean does not.
  const loss = sum < Infinity ? sum / count : losses.reduce((total, one) => total + one / count, 0);
  if (!(loss < Infinity)) {
    const worst = losses.reduce((at, one, i) => (one > (losses[at] as number) ? i : at), 0);
    throw new NonFiniteError(
      `${operation}: the loss is above the largest float64: that of ${placeOf("outputs", outputs, worst)}, which is ` +
        `${outputs.data[worst]}, is ${losses[worst]}`,
      "outputs closer to their targets",
    );
  }
  const gradient = new Matrix(
    rows,
    cols,
    slopes.map((slope) => slope / count),
  );
  checkResult(operation, "the gradient", gradient);
  return { loss, gradient };
}
