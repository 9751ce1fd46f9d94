import type { Matrix } from "../matrix/matrix.js";
import { placeOf } from "../matrix/place-of.js";
import type { FunctionValue } from "./function-value.js";
import type { GradientProblem } from "./gradient-problem.js";

/** Calls a function twice, and names what makes its slopes meaningless. `before` is a copy of its x. */
export function findFunctionProblem(value: FunctionValue, before: Matrix): GradientProblem | undefined {
  const first = value.compute().copy(); // f may write its next result to the same matrix
  if (!value.x.equals(before)) {
    return { kind: "argument-written", message: "f writes to x; expected it to be left as it is" };
  }
  const second = value.compute();
  const index = second.data.findIndex((number, i) => number !== first.data[i]);
  if (index < 0) return undefined;
  const [actual, expected] = [second.data[index], first.data[index]];
  const place = placeOf("f(x)", second, index);
  const hint = "with all random numbers drawn anew from the same seed";
  const message = `f changes from call to call: ${place} is ${actual}; expected ${expected} again, ${hint}`;
  return { kind: "passes-differ", message };
}
