/** What a value looks like in an error message. */
export function show(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
    case "bigint":
      return `${value}n`;
    case "function":
      return `a function${named(value)}`;
    case "object":
      return value === null ? "null" : showObject(value);
    default:
      return String(value);
  }
}

/** Longer strings are shortened. */
const LONGEST = 60;

function showObject(value: object): string {
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  // An object may lack a prototype, and anything may stand in `constructor`.
  return `an object of type${named(value.constructor) || " Object"}`;
}

function named(value: unknown): string {
  const name = typeof value === "function" ? (value as { readonly name: unknown }).name : undefined;
  return typeof name === "string" && name !== "" ? ` ${name}` : "";
}

function message(place: string, value: unknown, expected: string): string {
  return `${place} is ${show(value)}; expected ${expected}`;
}

/** Throws a TypeError. `place` says what the value is. */
export function wrongType(place: string, value: unknown, expected: string): never {
  throw new TypeError(message(place, value, expected));
}

/** Throws a RangeError for a number that is none of those expected, and a TypeError for anything else. */
export function wrongNumber(place: string, value: unknown, expected: string): never {
  if (typeof value === "number") throw new RangeError(message(place, value, expected));
  wrongType(place, value, expected);
}
