/**
 * Thrown when arithmetic gives NaN or an infinity: a layer makes one, a loss or a penalty is above the
 * largest float64, or an optimizer's step would write one. If it happens in training, the training diverges.
 * A layer, loss or optimizer of your own can throw it too, and `train` then ends with a `DivergedError`.
 *
 * @example
 * ```ts
 * import { Dense, Matrix } from "spiralnet";
 *
 * const layer = new Dense(2, 1, { weights: () => Matrix.full(2, 1, 1e200) });
 * layer.predict(Matrix.full(1, 2, 1e200));
 * // throws NonFiniteError: Dense.predict: Dense 2 -> 1 makes y[0, 0] Infinity
 * ```
 */
export class NonFiniteError extends RangeError {
  /** `NonFiniteError`, or the name of a class that extends it. */
  override readonly name: string = "NonFiniteError";

  /**
   * Makes the error. Its message is the problem and what was expected.
   *
   * @param problem - what became NaN or infinite, such as `fourthPower: the loss is Infinity`
   * @param expected - what would have been right, if not just "finite numbers"
   * @example
   * ```ts
   * import { NonFiniteError } from "spiralnet";
   *
   * new NonFiniteError("fourthPower: the loss is Infinity").message;
   * // => "fourthPower: the loss is Infinity; expected finite numbers"
   * ```
   */
  constructor(
    readonly problem: string,
    expected = "finite numbers",
    options?: ErrorOptions,
  ) {
    super(`${problem}; expected ${expected}`, options);
  }
}

/** Whether an error is a {@link NonFiniteError}, of this copy of the package or of another. */
export function isNonFinite(error: unknown): error is NonFiniteError {
  return error instanceof Error && error.name === "NonFiniteError";
}
