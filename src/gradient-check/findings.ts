import { nameOf } from "../layers/summary.js";
import { isMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Gradient } from "./derivatives.js";
import { type Difference, difference } from "./difference.js";
import type { GradientProblem } from "./gradient-problem.js";
import type { Run, Trial } from "./trial.js";

/** Runs a layer again, in other ways too, and names what differs from the first run though it should not. */
export function findProblems(trial: Trial, first: Run): GradientProblem[] {
  const second = trial.run();
  // What these find would look like the other mistakes too.
  const early = passesDiffer(trial, first, second) ?? gradientKept(trial, first, second);
  if (early) return [early];
  const third = trial.run({ held: first.parameters }, first.outputGradient);
  const notAdded = gradientNotAdded(trial, first, third);
  const others = [
    argumentWritten(trial, third),
    notAdded,
    penaltyNotAdded(first, third),
    rowsNotSeparate(trial, first, !notAdded),
  ];
  return others.filter((found) => found !== undefined);
}

/** A function has one value. */
function passesDiffer(trial: Trial, first: Run, second: Run): GradientProblem | undefined {
  const [expected, actual] = [trial.objective(), trial.objective()];
  const loss = actual === expected ? undefined : { place: "the loss", actual, expected };
  const found = difference("y", second.y, first.y, first) ?? loss;
  const hint = " again, with all that passes change, such as random generators, in `state`";
  return problem("passes-differ", trial, "changes from pass to pass", found, hint);
}

/** A gradient is that of its own pass alone. */
function gradientKept(trial: Trial, first: Run, second: Run): GradientProblem | undefined {
  const found = differentGradient(second.gradients, first.gradients, first);
  return problem("gradient-kept", trial, "keeps gradients from pass to pass", found, " again");
}

/** `back` adds to what another use of the layer has left in a gradient. */
function gradientNotAdded(trial: Trial, first: Run, third: Run): GradientProblem | undefined {
  const sums = combined(first.parameters, first.learnt, (held, learnt) => held.add(learnt));
  const found = differentGradient(third.learnt, sums, third);
  return problem("gradient-not-added", trial, NOT_ADDED, found, AS_ADDED);
}

/** A regularizer adds to what `backward` has left in a gradient. */
function penaltyNotAdded(first: Run, third: Run): GradientProblem | undefined {
  const penalties = combined(first.parameters, first.learnt, (all, learnt) => all.subtract(learnt));
  const sums = combined(third.learnt, penalties, (learnt, penalty) => learnt.add(penalty));
  const found = differentGradient(third.parameters, sums, third);
  if (!found) return undefined;
  return { kind: "penalty-not-added", message: described("the regularizer", NOT_ADDED, found, AS_ADDED) };
}

const NOT_ADDED = "does not add to a gradient that holds as much already";
const AS_ADDED = ", as addInPlace makes it";

/** Each gradient of a list with its counterpart in another. */
function combined(
  gradients: readonly Gradient[],
  others: readonly Gradient[],
  f: (gradient: Matrix, other: Matrix) => Matrix,
): Gradient[] {
  return gradients.map((one, i) => ({ ...one, gradient: f(one.gradient, (others[i] as Gradient).gradient) }));
}

function argumentWritten({ layer }: Trial, { written }: Run): GradientProblem | undefined {
  if (written === undefined) return undefined;
  const message = `${nameOf(layer)} writes to ${written}; expected it to be left as it is`;
  return { kind: "argument-written", message };
}

/** What a layer with `rowwise: true` makes of each row alone is what it makes of it among the others. */
function rowsNotSeparate(trial: Trial, whole: Run, adds: boolean): GradientProblem | undefined {
  const { layer, x } = trial;
  if (!layer.rowwise || x.rows < 2) return undefined;
  const what = "declares rowwise: true, but its rows depend on each other";
  try {
    const found = differenceByRow(trial, whole, adds);
    return problem("rows-not-separate", trial, what, found, " as among all rows");
  } catch (error) {
    return { kind: "rows-not-separate", message: `${nameOf(layer)} ${what}: a row alone throws "${error}"` };
  }
}

function differenceByRow(trial: Trial, whole: Run, adds: boolean): Difference | undefined {
  const rows = trial.run({ byRow: true }, whole.outputGradient);
  const predicted = difference("y", rows.predicted, whole.predicted, whole);
  // Random numbers for a row alone are others than among all rows.
  if (predicted || !Object.values(trial.layer.state).every(isMatrix)) return predicted;
  // Overwritten gradients of parameters have been found: here they would only be overwritten once more.
  const from = adds ? 0 : whole.parameters.length;
  return (
    difference("y", rows.y, whole.y, whole) ??
    differentGradient(rows.gradients.slice(from), whole.gradients.slice(from), whole)
  );
}

/** The first difference between the gradients of a run and those expected, beyond rounding. */
function differentGradient(
  actual: readonly Gradient[],
  expected: readonly Gradient[],
  run: Run,
): Difference | undefined {
  for (const [i, { name, gradient }] of expected.entries()) {
    const { gradient: other } = actual[i] as Gradient;
    const found = difference(`the gradient of ${name}`, other, gradient, run);
    if (found) return found;
  }
  return undefined;
}

/** A difference in words; undefined if there is none. */
function problem(
  kind: GradientProblem["kind"],
  { layer }: Trial,
  what: string,
  found: Difference | undefined,
  hint: string,
): GradientProblem | undefined {
  return found && { kind, message: described(nameOf(layer), what, found, hint) };
}

function described(who: string, what: string, { place, actual, expected }: Difference, hint: string): string {
  return `${who} ${what}: ${place} is ${actual}; expected ${expected}${hint}`;
}
