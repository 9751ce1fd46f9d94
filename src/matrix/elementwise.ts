import { checkFunction } from "../errors/kind.js";
import { wrongType } from "../errors/wrong.js";
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

/** The same for a function from outside, whose results are checked. */
export function map(x: Stored, f: Unary): Stored {
  checkFunction("map: f", f);
  return elementwise("map", x, (value) => {
    const result: unknown = f(value);
    if (typeof result !== "number") wrongType(`map: f(${value})`, result, "a number");
    return result;
  });
}
