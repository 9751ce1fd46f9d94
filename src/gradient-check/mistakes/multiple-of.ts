import type { Evidence, Numbers } from "../evidence.js";

/** Fewer numbers are too few to show a factor that was chosen to fit. */
const ENOUGH = 3;

/** The factor by which what is too much is a multiple of some numbers; undefined if it is none. */
export function multipleOf(
  evidence: Evidence,
  numbers: Numbers,
  places = evidence.known,
): { readonly factor: number; readonly error: number } | undefined {
  const { expected, residual } = evidence;
  const largest = places.reduce(
    (a, b) => (Math.abs(numbers(b)) > Math.abs(numbers(a)) ? b : a),
    places[0] ?? 0,
  );
  const factor = residual(largest) / numbers(largest);
  const counted = places.filter((i) => !evidence.isZero(factor * numbers(i)));
  if (!Number.isFinite(factor) || counted.length < ENOUGH) return undefined;
  const error = evidence.error((i) => expected(i) + factor * numbers(i), places);
  return error === undefined ? undefined : { factor, error };
}
