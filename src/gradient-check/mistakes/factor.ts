import type { Formula, Mistake } from "../mistake.js";
import { showNumber } from "../show-number.js";

/** A constant factor that has a usual reason, or the wrong sign, or both. */
export const factor: Mistake = ({ wrong, x }) => {
  const { expected } = wrong;
  const { rows, cols } = wrong.outputGradient ?? x ?? { rows: 0, cols: 0 };
  const usual: (readonly [factor: number, cure: string])[] = [
    [2, "add it once, or take the ½ of the loss's square into it"],
    [0.5, "multiply it by 2, as the derivative of a square is"],
    ...counts(rows, "rows"),
    ...counts(cols, "columns"),
    ...(rows > 1 && cols > 1 ? counts(rows * cols, "elements") : []),
  ];
  const formulas: Formula[] = [
    { kind: "sign", gradient: expected.negate(), message: "has the wrong sign: change it." },
  ];
  for (const factor of new Set(usual.map(([value]) => value))) {
    const cures = usual.flatMap(([value, cure]) => (value === factor ? [cure] : [])).join("; or ");
    for (const sign of [1, -1]) {
      const change = sign < 0 ? "change the sign, and " : "";
      const message = `is ${showNumber(sign * factor)} times the right one: ${change}${cures}.`;
      formulas.push({ kind: "factor", gradient: expected.multiply(sign * factor), message });
    }
  }
  return formulas;
};

function counts(count: number, what: string): [factor: number, cure: string][] {
  if (count < 2) return [];
  return [
    [1 / count, `don't divide it by ${count}, the number of ${what} (a sum belongs here, not a mean)`],
    [count, `divide it by ${count}, the number of ${what} (a mean belongs here, not a sum)`],
  ];
}
