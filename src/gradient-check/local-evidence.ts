import type { Matrix } from "../matrix/matrix.js";
import type { Comparison } from "./derivatives.js";
import { numericGradient } from "./numeric-gradient.js";
import { whileHolding } from "./while-holding.js";
import type { WrongGradient } from "./wrong-gradient.js";

/** What a function's gradient would be for another dL/dy, or at y instead of x. */
export function localEvidence(
  forward: () => Matrix,
  wrong: WrongGradient,
  comparison: Comparison,
): Pick<WrongGradient, "local" | "atOutput"> {
  const { value, x, y, outputGradient: G } = wrong;
  const local = numericGradient(() => forward().sum(), wrong, comparison);
  if (x !== value || !G || !y || y.rows !== x.rows || y.cols !== x.cols) return { local };
  const objective = () => forward().multiply(G).sum();
  return { local, atOutput: whileHolding(x, y.data, () => numericGradient(objective, wrong, comparison)) };
}
