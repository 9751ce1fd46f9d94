import { at, type Evidence, type Numbers } from "../evidence.js";
import { type Axis, linesOf } from "../lines.js";
import { fit, type Pattern } from "../mistake.js";

/** What may be missing from, or too much in, each line of the gradient of x. */
interface Term {
  readonly axis: Axis;
  /** Each stands there with a number of its own for each line. */
  readonly bases: readonly Numbers[];
  readonly shown: string;
  readonly cure: string;
}

/** A mean or sum over a column or row is missing, wrong or too much. */
export const missingTerm: Pattern = (evidence) => {
  if (!evidence.isInput) return undefined;
  for (const { axis, bases, shown, cure } of termsOf(evidence)) {
    const lines = linesOf(evidence, axis);
    if (!isTelling(evidence, lines, bases)) continue;
    const error =
      Math.max(...lines.map((line) => unexplained(line, evidence.residual, bases))) / evidence.largest;
    if (!(error <= evidence.tolerance)) continue;
    const message = `lacks a term, or has one wrong: ${cure}`;
    const details = `in each ${axis} the error is ${shown}, for ${evidence.known.length} numbers`;
    return fit(evidence, "term-missing", error, message, details);
  }
  return undefined;
};

function termsOf({ wrong, alike }: Evidence): Term[] {
  const { value: x } = wrong;
  const y = alike(wrong.y);
  const one: Numbers = () => 1;
  const values: Numbers = (i) => at(x, i);
  const kinds = [
    { axis: "column", over: "over the rows, as in batch normalization's way back through" },
    { axis: "row", over: "over the columns, as in layer normalization's way back through" },
  ] as const;
  const softmax = "subtract y Σ y dL/dy, with the sum over the columns, as softmax has it.";
  return [
    ...kinds.map(({ axis, over }) => {
      const cure = `look for a mean or sum ${over} its mean.`;
      return { axis, bases: [one], shown: "the same for all numbers", cure };
    }),
    ...(y
      ? [
          {
            axis: "row",
            bases: [(i: number) => at(y, i)],
            shown: "proportional to y",
            cure: softmax,
          } as const,
        ]
      : []),
    ...kinds.map(({ axis, over }) => {
      const cure = `look for a mean or sum ${over} its variance (or through both mean and variance).`;
      return { axis, bases: [one, values], shown: "a + b x", cure };
    }),
  ];
}

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

/** The largest of what is left of numbers in a line without what some others explain, by least squares. */
function unexplained(line: readonly number[], numbers: Numbers, bases: readonly Numbers[]): number {
  const used: number[][] = []; // orthogonal to each other
  for (const base of bases) used.push(used.reduce(without, line.map(base)));
  return Math.max(...used.reduce(without, line.map(numbers)).map(Math.abs));
}

/** A vector less its part along a direction. */
function without(vector: number[], direction: readonly number[]): number[] {
  const share = dot(vector, direction) / dot(direction, direction);
  return Number.isFinite(share) ? vector.map((v, i) => v - share * (direction[i] as number)) : vector;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}
