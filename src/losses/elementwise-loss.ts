import type { Matrix } from "../matrix/matrix.js";
import type { LossAndGradient } from "./loss.js";
import { type ReductionOptions, reduceLosses } from "./reduction.js";

/** A function of an output, its target and the number of its column. */
type OfOutput = (output: number, target: number, col: number) => number;

/** The mean loss of outputs that each have a target: `f` is the loss of one of them, `slope` is df/doutput. */
export function elementwiseLoss<R extends number, C extends number>(
  operation: string,
  outputs: Matrix<R, C>,
  targets: Matrix,
  options: ReductionOptions,
  f: OfOutput,
  slope: OfOutput,
): LossAndGradient<R, C> {
  const { cols, data } = outputs;
  const at = (of: OfOutput) => data.map((output, i) => of(output, targets.data[i] as number, i % cols));
  return reduceLosses(operation, outputs, at(f), at(slope), options);
}
