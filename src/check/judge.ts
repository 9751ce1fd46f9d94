import { type Attempt, attempt } from "./attempt.js";
import { type CheckDifference, CheckReport } from "./check-report.js";
import { type Found, firstDifference } from "./compare.js";
import { describe } from "./describe.js";
import { diagnosesOf } from "./diagnoses-of.js";
import type { Draw, Numbers, Size } from "./draw.js";
import { missingError } from "./missing-error.js";
import { shrink } from "./shrink.js";
import { Refused, type Trial } from "./trial.js";

/** An input to begin with. */
export interface Case {
  readonly size: Size;
  readonly draw: Draw;
}

/** Runs both on each input until they differ, and then looks for the smallest input that shows it. */
export function judge(
  check: string,
  trial: Trial,
  cases: readonly Case[],
  { tolerance, errors }: { readonly tolerance: number; readonly errors: boolean },
): CheckReport {
  let runs = 0;
  let refusal = "";
  for (const { size, draw } of cases) {
    const tried = tryInput(trial, size, draw, tolerance);
    if (tried instanceof Refused) refusal ||= tried.message;
    else runs++;
    if (tried instanceof Refused || !tried.found) continue;
    const failed = { check, like: trial.like(), runs };
    const { difference, numbers } = explained(trial, tried, tolerance);
    // A larger input tells usual mistakes apart: of one row, a mean is a sum.
    const diagnoses = difference.what === "passes-differ" ? [] : diagnosesOf(trial, tried, tolerance);
    return new CheckReport({ ...failed, difference, input: inputOf(trial, difference, numbers), diagnoses });
  }
  if (runs === 0) {
    throw new TypeError(`${check}: like refuses all inputs: ${refusal}; expected what takes some of them`);
  }
  return new CheckReport({ check, like: trial.like(), runs, ...(errors ? missingError(trial) : {}) });
}

function tryInput(trial: Trial, size: Size, draw: Draw, tolerance: number): Attempt | Refused {
  try {
    return attempt(trial, size, draw, tolerance);
  } catch (refused) {
    if (refused instanceof Refused) return refused;
    throw refused;
  }
}

/** The difference that an input shows, and the smallest one that was found to show it. */
function explained(
  trial: Trial,
  first: Attempt,
  tolerance: number,
): { difference: CheckDifference; numbers: Numbers } {
  const kept: Draw = (name) => (first.numbers[name] as NonNullable<Numbers[string]>).copy();
  const again = attempt(trial, first.size, kept, tolerance);
  const changed = firstDifference(
    { like: first.pair.mine.facts, mine: again.pair.mine },
    first.numbers,
    tolerance,
    () => false,
  );
  // Which input it is does not matter then.
  if (changed?.like)
    return { difference: describe(changed, again.pair, trial.like(), "passes-differ"), numbers: {} };
  const kind = kindOf(first.found as Found);
  const { found, pair, numbers } = shrink(first, (size, draw) => {
    const next = tryInput(trial, size, draw, tolerance);
    return !(next instanceof Refused) && next.found && kindOf(next.found) === kind ? next : undefined;
  });
  return { difference: describe(found as Found, pair, trial.like()), numbers };
}

/** What must stay the same while an input shrinks. */
function kindOf({ like, index, failure }: Found): string {
  return failure ? `${failure.what} ${failure.place}` : `${like?.what} ${like?.name} ${index === -1}`;
}

/** The numbers on which a difference depends. */
function inputOf({ shows }: Trial, difference: CheckDifference, numbers: Numbers): Numbers {
  return Object.fromEntries(Object.entries(numbers).filter(([name]) => shows(difference, name)));
}
