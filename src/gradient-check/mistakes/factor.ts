import type { Evidence } from "../evidence.js";
import { fit, type Mistake } from "../mistake.js";
import { showNumber } from "../show-number.js";
import { usualFactors } from "./usual-factors.js";

/** Fewer numbers fit any factor too easily: then it must be a usual one. */
const ENOUGH = 3;

/** A constant factor that has a usual reason. */
export const usualFactor: Mistake = (evidence) => {
  const found = constantFactor(evidence);
  if (found === undefined) return [];
  const { factor, error } = found;
  const usual = usualFactors(evidence).filter(({ value }) => Math.abs(factor / value - 1) < 1e-4);
  if (usual.length === 0) return [];
  const reasons = [...new Set(usual.map(({ reason }) => reason))].join("; or ");
  const message =
    factor < 0 && Math.abs(factor + 1) < 1e-4
      ? `is the right one with the wrong sign: ${reasons}.`
      : `is the right one times ${showNumber(factor)}: ${reasons}.`;
  const kind = usual[0]?.value === -1 ? "sign" : "factor";
  return [fit(evidence, kind, error, message, details(evidence, factor))];
};

/** Any other constant factor. */
export const otherFactor: Mistake = (evidence) => {
  const found = constantFactor(evidence);
  if (found === undefined || evidence.active.length < ENOUGH) return [];
  const { factor, error } = found;
  const message = `is the right one times ${showNumber(factor)}: a constant factor is missing, or one too many.`;
  return [fit(evidence, "factor", error, message, details(evidence, factor))];
};

function details({ active }: Evidence, factor: number): string {
  const shown = showNumber(factor);
  return active.length === 1
    ? `the only number other than 0 is ${shown} times the right one, as another mistake may make it too`
    : `${active.length} numbers are ${shown} times the right ones`;
}

/** The factor of the largest element, if it is that of all. */
function constantFactor(evidence: Evidence): { factor: number; error: number } | undefined {
  const { actual, expected } = evidence;
  const largest = evidence.known.reduce((a, b) => (Math.abs(expected(b)) > Math.abs(expected(a)) ? b : a));
  const factor = actual(largest) / expected(largest);
  if (!Number.isFinite(factor) || evidence.isZero(actual(largest))) return undefined;
  const error = evidence.error((i) => factor * expected(i));
  return error === undefined ? undefined : { factor, error };
}
