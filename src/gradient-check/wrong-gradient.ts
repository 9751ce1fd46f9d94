import type { Matrix } from "../matrix/matrix.js";
import type { Parameter } from "../parameters/parameter.js";

/** A gradient that is wrong, the right one, and what else is known. All that is optional helps to explain it. */
export interface WrongGradient {
  /** The parameter's name, or `x` for the input. */
  readonly name: string;
  /** The numbers that the gradient is of. */
  readonly value: Matrix;
  /** The wrong gradient. */
  readonly actual: Matrix;
  /** The right gradient. */
  readonly expected: Matrix;
  /** The places in `data` where both gradients are known; all if not given. */
  readonly indices?: readonly number[] | undefined;
  /** The largest distance that counts as equal, as a share of the largest element; 1e-6 if not given. */
  readonly tolerance?: number | undefined;
  /** By how much rounding may move an element of the right gradient; 0 if not given. */
  readonly noise?: number | undefined;
  /** The layer's input, one example a row. */
  readonly x?: Matrix | undefined;
  /** The layer's result. */
  readonly y?: Matrix | undefined;
  /** dL/dy */
  readonly outputGradient?: Matrix | undefined;
  /** The parameters of the layer. */
  readonly parameters?: readonly Pick<Parameter, "name" | "value">[] | undefined;
  /** The right gradient of the penalty alone. */
  readonly penalty?: Matrix | undefined;
  /** The right gradient for the x of the step before, without the penalty's. */
  readonly earlier?: Matrix | undefined;
  /** The right gradient if dL/dy were 1 everywhere, without the penalty's. */
  readonly local?: Matrix | undefined;
  /** What is given as the gradient if dL/dy is 1 everywhere. */
  readonly localActual?: Matrix | undefined;
  /** The right gradient of x if the layer had got y, for the same dL/dy. */
  readonly atOutput?: Matrix | undefined;
}
