import type { DiagnosisKind } from "../diagnosis.js";
import type { Evidence } from "../evidence.js";
import { linesOf } from "../lines.js";
import { type Fit, fit, type Pattern } from "../mistake.js";
import { multipleOf } from "../multiple-of.js";
import { showNumber } from "../show-number.js";

/** The right gradient with a factor for the whole, for each column, or for each row. */
export const lineFactors: Pattern = (evidence) =>
  factorsOf(evidence, "factor", [evidence.known], "") ??
  factorsOf(evidence, "column-factors", linesOf(evidence, "column"), " for each column") ??
  factorsOf(evidence, "row-factors", linesOf(evidence, "row"), " for each row");

function factorsOf(
  evidence: Evidence,
  kind: DiagnosisKind,
  lines: readonly (readonly number[])[],
  each: string,
): Fit | undefined {
  const { active, actual, expected } = evidence;
  const counted = lines
    .map((line) => line.filter((i) => active.includes(i)))
    .filter(({ length }) => length > 0);
  const factors = counted.flatMap((line) => multipleOf(evidence, actual, expected, line) ?? []);
  if (factors.length < counted.length) return undefined;
  const shown = factors.slice(0, 4).map(({ factor }) => showNumber(factor));
  const message =
    `is ${shown.join(", ")}${factors.length > 4 ? ", …" : ""} times the right one${each}: ` +
    "look for a factor that is missing, or one too many, such as the number of examples or a scale.";
  return fit(evidence, kind, Math.max(...factors.map(({ error }) => error)), message);
}
