import { checkFunction } from "../errors/kind.js";
import { wrongNumber, wrongType } from "../errors/wrong.js";
import { apply } from "../kernels/elementwise.js";
import type { Stored } from "../kernels/operand.js";
import { checkStored } from "./check-stored.js";
import { copyOf } from "./memory.js";

type Unary = (value: number) => number;

/** f of each element. */
export function elementwise(operation: string, x: Stored, f: Unary): Stored {
  checkStored(operation, x);
  const out = copyOf(operation, x);
  apply(out.data, out.data, f);
  return out;
}

/** The same for a function from outside, which also gets row and column, and whose results are checked. */
export function map(x: Stored, f: (value: number, row: number, col: number) => number): Stored {
  checkFunction("map: f", f);
  let i = 0;
  return elementwise("map", x, (value) => {
    const row = Math.floor(i / x.cols);
    const col = i++ % x.cols;
    const result: unknown = f(value, row, col);
    if (typeof result !== "number") wrongType(`map: f(${value}, ${row}, ${col})`, result, "a number");
    return result;
  });
}

/** Elements below `low` become `low`, those above `high` become `high`. NaN stays. */
export function clip(x: Stored, low: number, high: number): Stored {
  checkStored("clip", x);
  checkBound("clip: low", low, -Infinity, "a number other than NaN");
  checkBound("clip: high", high, low, `a number of at least ${low}`);
  return elementwise("clip", x, (value) => Math.min(Math.max(value, low), high));
}

function checkBound(place: string, value: unknown, least: number, expected: string): void {
  if (!(typeof value === "number" && value >= least)) wrongNumber(place, value, expected);
}
