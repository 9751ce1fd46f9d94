/** What a value looks like in an error message. */
function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return String(value);
  return `an object of type ${value.constructor?.name ?? "Object"}`;
}

function message(place: string, value: unknown, expected: string): string {
  return `${place} is ${show(value)}; expected ${expected}`;
}

/** Throws a TypeError. `place` says what the value is. */
export function wrongType(place: string, value: unknown, expected: string): never {
  throw new TypeError(message(place, value, expected));
}

/** Throws a RangeError for a number that is none of those expected, a TypeError for what is not a number. */
export function wrongNumber(place: string, value: unknown, expected: string): never {
  if (typeof value === "number") throw new RangeError(message(place, value, expected));
  wrongType(place, value, expected);
}
