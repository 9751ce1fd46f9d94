import { at, type Evidence, type Mistake } from "../evidence.js";
import { showNumber } from "../show-number.js";

/** Fewer numbers fit any factor too easily: then it must be a usual one. */
const ENOUGH = 3;

/** A constant factor. */
export const factor: Mistake = (evidence) => {
  const { name } = evidence.wrong;
  const found = constantFactor(evidence);
  if (found === undefined) return undefined;
  const usual = usualFactors(evidence).filter(({ value }) => Math.abs(found.factor / value - 1) < 1e-4);
  const count = evidence.active.length;
  if (usual.length === 0 && count < ENOUGH) return undefined;
  const reasons = usual.map(({ reason }) => reason).join("; or ") || OTHER;
  const shown = showNumber(found.factor);
  return {
    kind: usual[0]?.value === -1 ? "sign" : "factor",
    message: `The gradient of ${name} is the right one ${usual[0]?.value === -1 ? "with the wrong sign" : `times ${shown}`}: ${reasons}.`,
    evidence:
      count === 1
        ? `the only number other than 0 is ${shown} times the right one, which other mistakes may give too`
        : `${count} numbers are ${shown} times the right ones`,
    error: found.error,
  };
};

const OTHER = "a factor is missing, or one too many";

/** The factor of the largest element, if it is that of all. */
function constantFactor(evidence: Evidence): { factor: number; error: number } | undefined {
  const { actual, expected } = evidence.wrong;
  const largest = evidence.known.reduce(
    (best, i) => (Math.abs(at(expected, i)) > Math.abs(at(expected, best)) ? i : best),
    evidence.known[0] as number,
  );
  const factor = at(actual, largest) / at(expected, largest);
  if (!Number.isFinite(factor) || evidence.isZero(at(actual, largest))) return undefined;
  const error = evidence.error((i) => factor * at(expected, i));
  return error === undefined ? undefined : { factor, error };
}

interface UsualFactor {
  readonly value: number;
  readonly reason: string;
}

/** The factors that have a reason. */
function usualFactors({ wrong }: Evidence): UsualFactor[] {
  const { value, outputGradient } = wrong;
  const x = wrong.x ?? (wrong.name === "x" ? value : undefined);
  const cols = (outputGradient ?? x)?.cols;
  const factors: UsualFactor[] = [{ value: -1, reason: "change the sign" }];
  if (x) factors.push(...counts(x.rows, "rows"));
  if (cols) factors.push(...counts(cols, "columns"));
  if (x && cols) factors.push(...counts(x.rows * cols, "elements"));
  factors.push(
    {
      value: 2,
      reason: "it is added twice, or the loss has half a square and its gradient forgets the half",
    },
    { value: 0.5, reason: "the square's derivative has a factor of 2, which is missing" },
  );
  return factors.flatMap((one) =>
    one.value === -1 ? [one] : [one, { value: -one.value, reason: `the sign is wrong, and ${one.reason}` }],
  );
}

function counts(count: number, what: string): UsualFactor[] {
  if (count < 2) return [];
  const many = `${count} is the number of ${what}`;
  return [
    { value: 1 / count, reason: `${many}, and a mean stands where a sum belongs; leave out the division` },
    { value: count, reason: `${many}, and a sum stands where a mean belongs; divide by it` },
  ];
}
