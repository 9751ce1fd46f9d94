import type { Evidence } from "../evidence.js";
import { exact, type Fit, fit, type Mistake } from "../mistake.js";
import { showNumber } from "../show-number.js";
import { linesOf } from "./lines.js";

/** A parameter with one number a column is left out of the gradient of x, or there twice. */
export const parameterFactor: Mistake = (evidence) => {
  const { value: x, expected, parameters = [] } = evidence.wrong;
  if (!evidence.isInput) return [];
  return parameters.flatMap(({ name: scale, value }) => {
    if (value.rows !== 1 || value.cols !== x.cols || value.data.includes(0)) return [];
    const kind = "column-factors";
    return [
      ...exact(
        evidence,
        kind,
        expected.divide(value),
        `lacks the factor ${scale}: multiply dL/dy by it first.`,
      ),
      ...exact(
        evidence,
        kind,
        expected.multiply(value),
        `is multiplied by ${scale} twice: multiply by it once.`,
      ),
    ];
  });
};

/** Each column, or each row, has a factor of its own. */
export const lineFactors: Mistake = (evidence) => {
  const columns = factorsOf(evidence, "column");
  return columns.length > 0 ? columns : factorsOf(evidence, "row");
};

function factorsOf(evidence: Evidence, axis: "column" | "row"): Fit[] {
  const { actual, expected } = evidence;
  const lines = linesOf(evidence, axis)
    .map((line) => line.filter((i) => evidence.active.includes(i)))
    .filter(({ length }) => length > 0);
  const wrong = lines.filter((line) => line.some((i) => evidence.wrongPlaces.includes(i)));
  const more = wrong.reduce((sum, { length }) => sum + length - 1, 0);
  if (wrong.length < 2 || lines.some(({ length }) => length < 2) || more < 3) return [];
  const factors = lines.map((line) => {
    const largest = line.reduce((a, b) => (Math.abs(expected(b)) > Math.abs(expected(a)) ? b : a));
    return actual(largest) / expected(largest);
  });
  const errors = lines.map((line, n) => evidence.error((i) => (factors[n] as number) * expected(i), line));
  if (errors.includes(undefined)) return [];
  const message =
    `has a wrong factor for each ${axis}: compare what stands for one ${axis} alone, such as a scale, a ` +
    "deviation or a weight, with the formula.";
  const shown = factors.slice(0, 4).map(showNumber).join(", ");
  const details = `the ${axis}s are ${shown}${factors.length > 4 ? ", …" : ""} times the right ones`;
  return [fit(evidence, `${axis}-factors`, Math.max(...(errors as number[])), message, details)];
}
