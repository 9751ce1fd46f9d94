import type { Parameter } from "../parameters/parameter.js";

/** A penalty on the size of weights. */
export interface Regularizer {
  /** The penalty alone; changes nothing. */
  penalty(parameters: readonly Parameter[]): number;
  /**
   * Adds the penalty's gradient to that of each parameter and returns the penalty. Call it after `backward`,
   * which starts all gradients anew, and before the optimizer's `step`.
   */
  apply(parameters: readonly Parameter[]): number;
}
