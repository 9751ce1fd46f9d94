import { checkInteger, checkPositive } from "../errors/number.js";
import type { Loss } from "../losses/loss.js";
import type { Matrix } from "../matrix/matrix.js";
import { checkRandom } from "../random/check-random.js";
import { RandomState } from "../random/random-state.js";
import type { Regularizer } from "../regularizers/regularizer.js";
import type { Comparison } from "./derivatives.js";

/** Which derivatives a gradient check compares, and how. */
export interface ComparisonOptions {
  /**
   * How many numbers of each parameter, and of x, are checked; all of them if not given, or if there are no
   * more. A derivative costs two forward passes, so a large model needs a sample.
   */
  readonly samples?: number | undefined;
  /**
   * Chooses the samples, without replacement. `new RandomState(0)` if not given: unlike elsewhere in the
   * library it is not a fresh one, since a check should give the same answer each time.
   */
  readonly random?: RandomState | undefined;
  /** How far a number moves to each side (more if it is beyond a million); 1e-5 if not given. */
  readonly step?: number | undefined;
  /** The largest relative error that passes; 1e-6 if not given. */
  readonly tolerance?: number | undefined;
}

/** What {@link gradientCheck} checks of a layer or a loss function, and how. */
export interface GradientCheckOptions extends ComparisonOptions {
  /**
   * The loss of a layer's result; a sum with fixed random weights if not given. Not for a loss function,
   * which is its own.
   */
  readonly loss?: Loss | undefined;
  /** Adds a penalty on the layer's parameters to the loss. */
  readonly regularizer?: Regularizer | undefined;
  /**
   * Whether to check the gradient of x; true if not given. x has none if it holds indices, for an
   * {@link Embedding}.
   */
  readonly inputGradient?: boolean | undefined;
}

/** How {@link GradientCheck.of} checks the gradient of a function. */
export interface FunctionCheckOptions extends ComparisonOptions {
  /**
   * dL/df, of the shape of f(x), if f returns a matrix: dx is the gradient of L = Σ outputGradient ∘ f(x).
   * All ones if not given, so that L is the sum of f(x).
   */
  readonly outputGradient?: Matrix | undefined;
  /** What the report calls x, such as `W1`; `x` if not given. */
  readonly name?: string | undefined;
}

/** The names of the options that all gradient checks take. */
export const COMPARISON_OPTIONS = ["samples", "random", "step", "tolerance"] as const;

/** Checks the options that say what is compared, and fills in what is not given. */
export function comparisonFrom(
  operation: string,
  {
    samples = Number.MAX_SAFE_INTEGER,
    random = new RandomState(0),
    step = 1e-5,
    tolerance = 1e-6,
  }: ComparisonOptions,
): Comparison {
  checkInteger(`${operation}: samples`, samples, 1);
  checkRandom(operation, random);
  checkPositive(`${operation}: step`, step);
  checkPositive(`${operation}: tolerance`, tolerance);
  return { operation, samples, random, step, tolerance };
}
