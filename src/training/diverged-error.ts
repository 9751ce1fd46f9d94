import { NonFiniteError } from "../errors/non-finite-error.js";
import type { Plan } from "./plan.js";
import type { Progress } from "./progress.js";

/**
 * Thrown by `train` and `fit` if the numbers of a training stop being finite: a pass, the loss, a penalty or
 * a step of the optimizer gives NaN or an infinity. The parameters are those from before it, which are
 * finite. If the training keeps the best, they are those of the best epoch so far.
 *
 * @example
 * ```ts
 * import {
 *   Dense, DivergedError, fit, RandomState, ReLU, SGD, sequential,
 *   softmaxCrossEntropy,
 * } from "spiralnet";
 *
 * const random = new RandomState(0);
 * const data = { x: random.randn(20, 2), y: random.randint(0, 2, 20) };
 * const model = sequential(
 *   new Dense(2, 8, { random }),
 *   new ReLU(),
 *   new Dense(8, 2, { random }),
 * );
 * const optimizer = new SGD(model.parameters, { learningRate: 1e200 });
 * try {
 *   fit({ model, loss: softmaxCrossEntropy, optimizer, data, epochs: 100 });
 * } catch (error) {
 *   error instanceof DivergedError; // => true
 *   (error as DivergedError).step; // => 1
 * }
 * model.parameters.every(({ value }) =>
 *   value.toArray().flat().every(Number.isFinite),
 * ); // => true
 * ```
 */
export class DivergedError extends NonFiniteError {
  /** `DivergedError`. */
  override readonly name = "DivergedError";
  /**
   * Made by `train`.
   *
   * @param problem - what became NaN or infinite
   * @param expected - what would have been right, and a likely cure
   * @param step - the step that failed, from 0
   * @param epoch - the epoch of that step, from 0
   */
  constructor(
    problem: string,
    expected: string,
    readonly step: number,
    readonly epoch: number,
    options?: ErrorOptions,
  ) {
    super(problem, expected, options);
  }
}

/** The error of a training whose next step, or the validation after it, gave the cause. */
export function diverged(plan: Plan, { step, epoch }: Progress, cause: NonFiniteError): DivergedError {
  const { operation, optimizer, clip } = plan;
  const cures = [`a learning rate below ${optimizer.learningRate}`];
  if (clip === undefined) cures.push("the option clip");
  if (step === 0) cures.push("initial weights or inputs of a smaller scale");
  return new DivergedError(
    `${operation}: the training diverged in iteration ${step} (epoch ${epoch}): ${cause.problem}`,
    `finite numbers: try ${cures.join(", or ")}`,
    step,
    epoch,
    { cause },
  );
}
