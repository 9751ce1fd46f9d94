import { isPlain } from "../errors/options.js";
import { shortened, wrongType } from "../errors/wrong.js";
import type { Stored } from "../kernels/operand.js";
import { fromArray } from "./build.js";
import { checkStored } from "./check-stored.js";
import { checkCount } from "./memory.js";

/** A number that JSON does not have, by name. JSON has -0, but `JSON.stringify` writes 0 for it. */
type UnusualNumber = "NaN" | "Infinity" | "-Infinity" | "-0";

/** A matrix as JSON holds it, with every number exactly as it was. */
export interface MatrixJSON {
  /** How many rows. */
  readonly rows: number;
  /** How many columns. */
  readonly cols: number;
  /** The elements, row after row. */
  readonly data: readonly (number | UnusualNumber)[];
}

const UNUSUAL: readonly unknown[] = ["NaN", "Infinity", "-Infinity", "-0"] satisfies UnusualNumber[];

/** A matrix as a plain object. */
export function toJSON(x: Stored): MatrixJSON {
  checkStored("toJSON", x);
  checkCount("toJSON: the number of elements", x.data.length);
  const { rows, cols, data } = x;
  return { rows, cols, data: Array.from(data, encoded) };
}

/** A number, or the name of one that JSON does not have. */
export function encoded(value: number): number | UnusualNumber {
  if (Object.is(value, -0)) return "-0";
  return Number.isFinite(value) ? value : (String(value) as UnusualNumber);
}

/** The matrix that {@link toJSON} was given. */
export function fromJSON(json: unknown, place = "fromJSON"): Stored {
  if (!isPlain(json)) wrongType(`${place}: json`, json, "an object with rows, cols and data");
  const { rows, cols, data, ...others } = json as MatrixJSON;
  for (const other in others) {
    throw new TypeError(`${place}: unknown field "${shortened(other)}"; expected rows, cols and data`);
  }
  if (!Array.isArray(data)) wrongType(`${place}: data`, data, "an array of numbers");
  // What is no number then is found when the list is read.
  return fromArray(place, data.map(decoded) as number[], rows, cols);
}

/** The number that {@link encoded} was given; anything else as it is. */
export function decoded(value: unknown): unknown {
  return UNUSUAL.includes(value) ? Number(value) : value;
}
