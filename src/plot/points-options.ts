import { wrongType } from "../errors/wrong.js";
import type { PictureOptions } from "./picture-options.js";

/** Options of pictures of points with classes. */
export interface PointsOptions extends PictureOptions {
  /** The names of the classes; `class 0`, `class 1` and so on by default. */
  readonly classes?: readonly string[] | undefined;
}

/** A copy of the names of classes. Throws unless they are undefined or an array of texts. */
export function checkNames(operation: string, names: unknown): readonly string[] | undefined {
  if (names === undefined) return undefined;
  if (!Array.isArray(names)) wrongType(`${operation}: classes`, names, "an array of names");
  return Array.from(names, (name: unknown, i) => {
    if (typeof name !== "string") wrongType(`${operation}: classes[${i}]`, name, "a string");
    return name;
  });
}

/** A name for each class, from the caller's list if there is one. Throws if it names too few or too many. */
export function namesOf(
  operation: string,
  count: number,
  names: readonly string[] | undefined,
): readonly string[] {
  if (names === undefined) return Array.from({ length: count }, (_, label) => `class ${label}`);
  if (names.length === count) return names;
  throw new RangeError(
    `${operation}: there are ${count} classes, classes has ${names.length} names; expected one each`,
  );
}
