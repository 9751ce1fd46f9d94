import { at, type Evidence } from "../evidence.js";
import { fit, type Mistake } from "../mistake.js";
import { showNumber } from "../show-number.js";
import { multipleOf } from "./multiple-of.js";

/** The penalty's gradient is left out, added twice, or times another constant. */
export const penalty: Mistake = (evidence) => {
  const penalty = evidence.alike(evidence.wrong.penalty);
  const found = penalty && multipleOf(evidence, (i) => at(penalty, i));
  if (!found) return [];
  const { factor, error } = found;
  const is = (value: number) => Math.abs(factor - value) < 1e-4;
  if (is(-1)) {
    return [
      fit(evidence, "penalty-missing", error, "lacks that of the penalty: add it after the backward pass."),
    ];
  }
  if (is(1)) return [fit(evidence, "penalty-twice", error, "has that of the penalty twice: add it once.")];
  const shown = showNumber(factor + 1);
  const hint =
    is(-0.5) || is(1) ? "" : " Compare it with the penalty's formula: is there a ½ before the square?";
  return [fit(evidence, "penalty-factor", error, `has ${shown} times that of the penalty.${hint}`)];
};

/** What is too much or missing is a multiple of the value, or of its sign. */
export const valueAdded: Mistake = (evidence) => {
  const { name, value } = evidence.wrong;
  const bases = [
    { shown: name, of: (v: number) => v },
    { shown: `sign(${name})`, of: Math.sign },
  ];
  return bases.flatMap(({ shown, of }) => {
    const found = isVaried(evidence) ? multipleOf(evidence, (i) => of(at(value, i))) : undefined;
    if (!found) return [];
    const by = `${showNumber(Math.abs(found.factor))} ${shown}`;
    const message =
      found.factor > 0
        ? `is too large by ${by}: it has the gradient of a penalty that the loss lacks, or has it twice.`
        : `is too small by ${by}: the gradient of a penalty is missing, or lacks a factor.`;
    return [fit(evidence, "value-added", found.error, message)];
  });
};

/** Whether the value has several different numbers; equal ones, as of a new bias, look like a constant. */
function isVaried({ known, wrong }: Evidence): boolean {
  return new Set(known.map((i) => at(wrong.value, i))).size > 2;
}
