import type { Matrix } from "../matrix/matrix.js";

/** The class of each row: the number of its column, an integer from 0. */
export type Labels = ArrayLike<number>;

/** A loss and its gradient with respect to the outputs that it was computed from. */
export interface LossAndGradient<R extends number = number, C extends number = number> {
  /** The mean over the rows, unless the loss function says otherwise. */
  readonly loss: number;
  /** dL/doutputs, of the shape of the outputs. */
  readonly gradient: Matrix<R, C>;
}

/**
 * A loss function: how far the outputs of a model lie from the targets, and the gradient of that. The targets
 * are {@link Labels} or a matrix of numbers, as the loss function has it.
 *
 * @typeParam Targets - what the outputs should be
 * @example
 * ```ts
 * import { type LossFunction, Matrix } from "spiralnet";
 *
 * // The mean over the rows of |output - target|^4
 * const fourthPower: LossFunction<Matrix> = (outputs, targets) => {
 *   const cubes = outputs.subtract(targets).map((e) => e ** 3);
 *   return {
 *     loss: cubes.multiply(outputs.subtract(targets)).sum() / outputs.rows,
 *     gradient: cubes.multiply(4 / outputs.rows),
 *   };
 * };
 * fourthPower(Matrix.fromRows([[3]]), Matrix.fromRows([[1]])).loss; // => 16
 * ```
 */
export type LossFunction<Targets> = (outputs: Matrix, targets: Targets) => LossAndGradient;

/** A loss of outputs alone, with its gradient: the targets are known to the function. */
export type Loss = (outputs: Matrix) => LossAndGradient;
