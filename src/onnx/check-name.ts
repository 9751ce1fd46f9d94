import { wrongType } from "../errors/wrong.js";

/** Throws unless `value` can be a name in a file: control characters and halves of characters can't. */
export function checkName(place: string, value: unknown): asserts value is string {
  if (typeof value === "string" && value !== "" && !/[\p{Cc}\p{Cs}]/u.test(value)) return;
  wrongType(place, value, "a name: a string of at least one character, without control characters");
}
