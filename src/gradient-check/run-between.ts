import { copies, setAll } from "../kernels/copies.js";
import type { Computed, Pass } from "../layers/layer.js";
import { nameOf } from "../layers/summary.js";
import type { Matrix } from "../matrix/matrix.js";
import { deviatingGradients, largestDeviation } from "./deviation.js";
import type { GradientProblem } from "./gradient-problem.js";
import { Probe, runTrial, type Trial, type TrialRun } from "./trial.js";

/** Whether a run over other rows leaves an earlier run of the layer as it is. */
export function runInBetween(trial: Trial, alone: TrialRun): GradientProblem[] {
  const probe = new RunBetween(trial.layer);
  const run = runTrial({ ...trial, outputGradient: () => alone.outputGradient }, probe);
  const gradients = deviatingGradients(run, alone).map(({ place }) => place);
  const changed = [...probe.changed, ...gradients];
  if (changed.length === 0) return [];
  return [
    {
      kind: "pass-not-separate",
      message:
        `${nameOf(trial.layer)} mixes up its passes: another one in between changes ${changed.join(", ")}; ` +
        "expected compute to keep what `back` needs in constants, not in fields of the layer",
    },
  ];
}

/** Runs a layer over x, and over the rows of x in reverse order before that goes back. */
class RunBetween extends Probe {
  override readonly rowwise = false;
  /** The results of the run over x that the other one has changed. */
  readonly changed = new Set<string>();

  protected override compute(x: Matrix, pass: Pass): Computed {
    const run = pass.run(this.subject, x);
    const y = run.y.copy();
    const other = pass.run(this.subject, reversed(x));
    this.compareResult("y", run.y, y);
    return {
      y,
      back: (gradient) => {
        const result = run.back(gradient, true) as Matrix;
        const dx = result.copy();
        const gradients = this.parameters.map((parameter) => parameter.gradient.data);
        const alone = copies(gradients);
        other.back(reversed(gradient), true);
        this.compareResult("dL/dx", result, dx);
        setAll(gradients, alone);
        return dx;
      },
    };
  }

  private compareResult(name: string, now: Matrix, before: Matrix): void {
    const deviation = largestDeviation(name, now, before);
    if (deviation) this.changed.add(deviation.place);
  }
}

/** The same rows from the last to the first. */
function reversed(x: Matrix): Matrix {
  return x.selectRows(Array.from({ length: x.rows }, (_, i) => x.rows - 1 - i));
}
