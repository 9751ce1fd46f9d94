import type { Stored } from "../kernels/operand.js";
import { checkOperand, combined } from "./broadcast.js";
import { checkStored } from "./check-stored.js";
import { second } from "./operators.js";

/** Elements of `a` if the condition is not 0, else those of `b`, all three repeated to fit each other. */
export function where(condition: Stored, a: Stored | number, b: Stored | number): Stored {
  checkStored("where", condition, "condition");
  const x = checkOperand("where", a, "a");
  const y = checkOperand("where", b, "b");

  // Each operand is first repeated to the shape of the result.
  const partly = combined("where", condition, x, second, ["condition", "a"]);
  const ys = combined("where", partly, y, second, ["condition and a", "b"]);
  const xs = combined("where", ys, x, second);
  const out = combined("where", ys, condition, second);

  for (let i = 0; i < out.data.length; i++) out.data[i] = (out.data[i] !== 0 ? xs : ys).data[i] as number;
  return out;
}
