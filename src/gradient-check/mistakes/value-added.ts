import { at } from "../evidence.js";
import { fit, type Pattern } from "../mistake.js";
import { multipleOf } from "../multiple-of.js";
import { showNumber } from "../show-number.js";

/** What is too much or missing is a multiple of the value, as the gradient of weight decay is. */
export const valueAdded: Pattern = (evidence) => {
  const { known, residual, wrong } = evidence;
  const { name, value } = wrong;
  // Equal numbers, as of a new bias, look like any constant.
  if (new Set(known.map((i) => at(value, i))).size < 3) return undefined;
  const found = multipleOf(evidence, residual, (i) => at(value, i));
  if (!found) return undefined;
  const by = `${showNumber(Math.abs(found.factor))} ${name}`;
  const message =
    found.factor > 0
      ? `is too large by ${by}: take out the gradient of a penalty that the loss lacks, or has once.`
      : `is too small by ${by}: add the gradient of the penalty, or correct its factor.`;
  return fit(evidence, "value-added", found.error, message);
};
