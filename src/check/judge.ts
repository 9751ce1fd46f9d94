import { type Attempt, attempt } from "./attempt.js";
import type { Case } from "./cases.js";
import type { Judging } from "./check-options.js";
import { CheckReport } from "./check-report.js";
import { type Found, firstDifference } from "./compare.js";
import { describe } from "./describe.js";
import { diagnosesOf } from "./diagnoses-of.js";
import { drawFrom } from "./draw.js";
import type { Trial } from "./observe.js";
import { shrink } from "./shrink.js";

/** Runs both on each input until they differ, and then looks for the smallest input that shows it. */
export function judge(
  check: string,
  trial: Trial,
  cases: readonly Case[],
  { tolerance, errors }: Judging,
): CheckReport {
  let runs = 0;
  let refusal: string | undefined;
  let missing: Attempt | undefined;
  for (const { size, draw } of cases) {
    const tried = attempt(trial, size, draw, tolerance);
    if (tried.like.misfit) {
      refusal ??= tried.like.misfit.message;
      if (tried.found) missing ??= tried;
      continue;
    }
    runs++;
    if (tried.found) return failed(check, trial, runs, tried, tolerance);
  }
  if (runs === 0) {
    throw new TypeError(`${check}: like refuses all inputs: ${refusal}; expected it to take some`);
  }
  if (missing && (errors ?? trial.asksForErrors?.())) return failed(check, trial, runs, missing, tolerance);
  return new CheckReport(check, trial.name(), runs);
}

function failed(check: string, trial: Trial, runs: number, first: Attempt, tolerance: number): CheckReport {
  const name = trial.name();
  const again = attempt(trial, first.size, drawFrom(first.numbers), tolerance);
  const changed = firstDifference(first.mine.facts, again.mine, first.numbers, tolerance, () => false);
  if (changed?.like) {
    // Which input it is does not matter then.
    return new CheckReport(check, name, runs, describe({ ...changed, what: "passes-differ" }, first, name));
  }
  const best = shrink(first, (size, draw) => {
    const next = attempt(trial, size, draw, tolerance);
    const isSame = next.found?.what === first.found?.what && next.found?.name === first.found?.name;
    return isSame ? next : undefined;
  });
  const found = best.found as Found;
  const inputs = Object.entries(best.numbers).filter(([input]) => found.inputs.includes(input));
  return new CheckReport(
    check,
    name,
    runs,
    describe(found, best, name),
    Object.fromEntries(inputs),
    // A larger input tells usual mistakes apart: of one row, a mean is a sum.
    diagnosesOf(trial, first, tolerance),
  );
}
