import type { Layer } from "../layers/layer.js";
import { nameOf } from "../layers/summary.js";
import { checkSameShape, isMatrix } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import { deviationBeyondRounding } from "./deviation.js";
import type { GradientProblem } from "./gradient-problem.js";
import { Probe, type Trial, type TrialRun } from "./trial.js";

/** Whether a layer that declares `rowwise: true` makes of each row alone what it makes of it among the others. */
export function runRowByRow(trial: Trial, together: TrialRun): GradientProblem[] {
  const { layer, x } = trial;
  if (!layer.rowwise || x.rows < 2) return [];
  const difference = differenceOfRows(trial, together);
  if (difference === undefined) return [];
  return [
    {
      kind: "rows-not-separate",
      message:
        `${nameOf(layer)} declares rowwise: true, but its rows depend on each other: ${difference}; ` +
        "expected the same, or rowwise: false",
    },
  ];
}

/** The first difference in words. */
function differenceOfRows(trial: Trial, together: TrialRun): string | undefined {
  trial.rewind();
  const predicted = new Probe(trial.layer).predict(trial.x);
  try {
    const pairs: [what: string, alone: readonly Matrix[], together: Matrix][] = [
      ["y", predictedAlone(trial), predicted],
    ];
    if (!draws(trial.layer)) {
      const alone = passedAlone(trial, together);
      const dx = together.gradients.at(-1)?.gradient as Matrix;
      pairs.push(["y", alone.y, together.y], ["dL/dx", alone.dx, dx]);
    }
    for (const [what, rows, all] of pairs) {
      const deviation = deviationBeyondRounding(what, stacked(rows, all), all, together);
      if (deviation === undefined) continue;
      const { place, actual, expected } = deviation;
      return `${place} is ${expected} with all rows, and ${actual} with its row alone`;
    }
    return undefined;
  } catch (error) {
    return `a row alone throws "${error instanceof Error ? error.message : error}"`;
  }
}

/** Whether a layer draws random numbers in training: those for a row alone are others than among all rows. */
function draws({ state }: Layer): boolean {
  return state.some((item) => !isMatrix(item));
}

function predictedAlone({ layer, x, rewind }: Trial): readonly Matrix[] {
  rewind();
  const probe = new Probe(layer);
  return rowsOf(x).map((row) => probe.predict(row));
}

function passedAlone({ layer, x, rewind }: Trial, { outputGradient }: TrialRun) {
  rewind();
  const probe = new Probe(layer);
  const gradients = rowsOf(outputGradient);
  const y: Matrix[] = [];
  const dx = rowsOf(x).map((row, i) => {
    y.push(probe.forward(row));
    return probe.backward(gradients[i] as Matrix, { inputGradient: true });
  });
  return { y, dx };
}

function rowsOf(x: Matrix): Matrix[] {
  return Array.from({ length: x.rows }, (_, i) => x.selectRows([i]));
}

/** Results of one row each, below one another. */
function stacked(results: readonly Matrix[], like: Matrix): Matrix {
  for (const { shape } of results) {
    checkSameShape("a row alone", shape, [1, like.cols], ["its result", "that among all rows"]);
  }
  return new Matrix(like.rows, like.cols, Float64Array.from(results.flatMap(({ data }) => [...data])));
}
