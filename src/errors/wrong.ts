import { isList } from "./typed-array.js";

/** What a value looks like in an error message. */
export function show(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(shortened(value));
    case "bigint":
      return `${value}n`;
    case "function":
      return `a ${isClass(value) ? "class" : "function"}${named(value)}`;
    case "object":
      return value === null ? "null" : showObject(value);
    default:
      return String(value);
  }
}

/** The most characters of a string that a message shows. */
const LONGEST = 60;

/** The beginning of a string that may be too long for a message. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Whether a function is a class in the source. */
export function isClass(value: CallableFunction): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value));
}

function showObject(value: object): string {
  // An object may lack a prototype, and anything may stand in `constructor`.
  const type = Array.isArray(value)
    ? "an array"
    : `an object of type${named(value.constructor) || " Object"}`;
  return isList(value) ? `${type} of length ${value.length}` : type;
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

/** Throws a RangeError for a number that was not expected, and a TypeError for anything else. */
export function wrongNumber(place: string, value: unknown, expected: string): never {
  if (typeof value === "number") throw new RangeError(message(place, value, expected));
  wrongType(place, value, expected);
}
