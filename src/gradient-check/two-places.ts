import type { Computed, Layer, Pass } from "../layers/layer.js";
import { nameOf } from "../layers/summary.js";
import type { Matrix } from "../matrix/matrix.js";
import { deviatingGradients, largestDeviation } from "./deviation.js";
import type { GradientProblem } from "./gradient-problem.js";
import { Probe, runTrial, type Trial, type TrialRun } from "./trial.js";

/** Whether `back` adds to the gradients, and whether the layer leaves its arguments as they are. */
export function runInTwoPlaces(trial: Trial, once: TrialRun): GradientProblem[] {
  const name = nameOf(trial.layer);
  const probe = new TwoPlaces(trial.layer, trial.rewind);
  const twice = runTrial({ ...trial, outputGradient: () => once.outputGradient }, probe);
  return [
    ...[...probe.written].map(
      (argument): GradientProblem => ({
        kind: "argument-written",
        message: `${name} writes to ${argument}; expected it to be left as it is`,
      }),
    ),
    ...deviatingGradients(twice, once, 2).map(
      ({ place, actual, expected }): GradientProblem => ({
        kind: "gradient-not-added",
        message:
          `${name} does not add to a gradient: with the layer in two places of a model, ${place} is ${actual}; ` +
          `expected ${expected}, the sum of two equal gradients, as addInPlace makes it`,
      }),
    ),
  ];
}

/** Runs a layer in two places of one pass, over the same x, so that each gradient is the sum of two equal ones. */
class TwoPlaces extends Probe {
  override readonly rowwise = false;
  /** The arguments that the layer has written to. */
  readonly written = new Set<string>();

  constructor(
    subject: Layer,
    private readonly rewind: () => void,
  ) {
    super(subject);
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    const one = this.compareArgument("x", x, (given) => {
      this.rewind();
      return pass.run(this.subject, given);
    });
    this.rewind();
    const two = pass.run(this.subject, x.copy());
    return {
      y: one.y,
      back: (gradient) => {
        const dx = this.compareArgument("the gradient it is given", gradient, (given) =>
          one.back(given, true),
        );
        return (dx as Matrix).add(two.back(gradient.copy(), true) as Matrix);
      },
    };
  }

  private compareArgument<Result>(name: string, argument: Matrix, run: (given: Matrix) => Result): Result {
    const given = argument.copy();
    const result = run(given);
    if (largestDeviation(name, given, argument)) this.written.add(name);
    return result;
  }
}
