import { matmul } from "./matmul.js";
import type { Operand, Stored } from "./operand.js";

/** out = left · right */
export function product<Out extends Stored>(out: Out, left: Operand, right: Operand): Out {
  matmul(out.data, left, right);
  return out;
}

/** out = left · right + bias, a row that is added to each row. */
export function affine<Out extends Stored>(out: Out, left: Operand, right: Operand, bias: Stored): Out {
  matmul(out.data, left, right, bias.data);
  return out;
}

/** out += left · right. Each sum goes on from what is in `out`. */
export function addProduct(out: Stored, left: Operand, right: Operand): void {
  matmul(out.data, left, right, undefined, true);
}
