import type { Evidence, Numbers } from "./evidence.js";

/** Fewer numbers are too few to show a factor that was chosen to fit. */
const ENOUGH = 3;

/** The factor by which some numbers are a multiple of others at some places; undefined if they are none. */
export function multipleOf(
  evidence: Evidence,
  numbers: Numbers,
  others: Numbers,
  places: readonly number[] = evidence.known,
): { readonly factor: number; readonly error: number } | undefined {
  const largest = places.reduce(
    (a, b) => (Math.abs(others(b)) > Math.abs(others(a)) ? b : a),
    places[0] ?? 0,
  );
  const factor = numbers(largest) / others(largest);
  const telling = places.filter((i) => !evidence.isZero(factor * others(i)));
  if (!Number.isFinite(factor) || telling.length < ENOUGH) return undefined;
  const error = evidence.distance(numbers, (i) => factor * others(i), places);
  return error === undefined ? undefined : { factor, error };
}
