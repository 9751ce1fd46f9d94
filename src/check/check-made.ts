import { checkFunction } from "../errors/kind.js";
import { isClass, wrongType } from "../errors/wrong.js";

/** Throws unless a value is what `expected` says, or a function that may make one. */
export function checkMade(
  place: string,
  value: unknown,
  isRight: (value: unknown) => boolean,
  expected: string,
  maker: string,
): void {
  if (isRight(value)) return;
  if (typeof value === "function" && isClass(value)) wrongType(place, value, maker);
  checkFunction(place, value, `${expected}, or ${maker}`);
}
