import { at, type Evidence, type Numbers } from "../evidence.js";
import { fit, type Mistake } from "../mistake.js";
import { linesOf, unexplained } from "./lines.js";

/** What may be missing from, or too much in, each line of the gradient of x. */
interface Term {
  readonly axis: "column" | "row";
  /** Each stands there with a number of its own for each line. */
  readonly bases: readonly Numbers[];
  readonly shown: string;
  readonly hint: string;
}

/** A mean or sum over a column or row is missing, wrong or too much. */
export const missingTerm: Mistake = (evidence) => {
  for (const term of evidence.isInput ? termsOf(evidence) : []) {
    const { axis, bases, shown, hint } = term;
    const lines = linesOf(evidence, axis);
    if (!isTelling(evidence, lines, bases)) continue;
    const error = unexplained(lines, evidence.residual, bases) / evidence.largest;
    if (!(error <= evidence.tolerance)) continue;
    const message = `lacks a term, or has one wrong: ${hint}`;
    const details = `in each ${axis} the error is ${shown}, for ${evidence.known.length} numbers`;
    return [fit(evidence, "term-missing", error, message, details)];
  }
  return [];
};

/** Whether clearly more wrong numbers are explained than are chosen to fit. */
function isTelling(
  { wrongPlaces }: Evidence,
  lines: readonly number[][],
  bases: readonly Numbers[],
): boolean {
  const wrong = lines.filter((line) => line.some((i) => wrongPlaces.includes(i)));
  const more = wrong.map(
    (line) => line.filter((i) => bases.some((base) => base(i) !== 0)).length - bases.length,
  );
  return Math.min(...more) > 0 && more.reduce((a, b) => a + b, 0) >= 3;
}

function termsOf(evidence: Evidence): Term[] {
  const { value: x } = evidence.wrong;
  const y = evidence.alike(evidence.wrong.y);
  const means = { column: x.mean(0), row: x.mean(1) };
  const one: Numbers = () => 1;
  const values: Numbers = (i) => at(x, i);
  const centred = {
    column: (i: number) => at(x, i) - at(means.column, i % x.cols),
    row: (i: number) => at(x, i) - at(means.row, Math.floor(i / x.cols)),
  };
  const axes = ["column", "row"] as const;
  return [
    ...axes.map((axis) => ({
      axis,
      bases: [one],
      shown: "the same for all numbers",
      hint: hints[axis].mean,
    })),
    ...axes.map((axis) => ({
      axis,
      bases: [centred[axis]],
      shown: `proportional to x less the ${axis}'s mean`,
      hint: hints[axis].variance,
    })),
    ...(y
      ? [
          {
            axis: "row" as const,
            bases: [(i: number) => at(y, i)],
            shown: "proportional to y",
            hint: SOFTMAX,
          },
        ]
      : []),
    ...axes.map((axis) => ({ axis, bases: [one, values], shown: "a + b x", hint: hints[axis].both })),
  ];
}

const hints = {
  column: {
    mean: "look for a sum or mean over the rows, such as batch normalization's way through the mean.",
    variance:
      "look for a sum over the rows times x less the mean, as batch normalization's way through the variance is.",
    both: "look for sums or means over the rows, as batch normalization's ways through mean and variance are.",
  },
  row: {
    mean: "look for a sum or mean over the columns, such as layer normalization's way through the mean.",
    variance:
      "look for a sum over the columns times x less the mean, as layer normalization's way through the variance is.",
    both: "look for sums or means over the columns, as layer normalization's ways through mean and variance are.",
  },
};

const SOFTMAX =
  "look for a sum over the columns times y, as softmax has it: dL/dx = y (G − Σ G y), with G = dL/dy.";
