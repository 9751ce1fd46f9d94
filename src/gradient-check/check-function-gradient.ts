import { checkFunction } from "../errors/kind.js";
import { checkOptions } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkFiniteMatrix, checkInput } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import { type Comparison, compareDerivatives, countOf } from "./derivatives.js";
import { diagnosesOf } from "./diagnose.js";
import type { Diagnosis } from "./diagnosis.js";
import { findFunctionProblem } from "./find-function-problem.js";
import { FunctionValue } from "./function-value.js";
import { GradientReport } from "./gradient-report.js";
import { localEvidence } from "./local-evidence.js";
import { COMPARISON_OPTIONS, comparisonFrom, type FunctionCheckOptions } from "./options.js";
import type { WrongGradient } from "./wrong-gradient.js";
import { wrongGradientOf } from "./wrong-gradient-of.js";

const OPERATION = "gradientCheck.of";

/** What {@link gradientCheck}`.of` does. */
export function checkFunctionGradient(
  f: (x: Matrix) => number | Matrix,
  x: Matrix,
  dx: Matrix,
  options: FunctionCheckOptions = {},
): GradientReport {
  checkOptions(OPERATION, options, ["outputGradient", "name", ...COMPARISON_OPTIONS]);
  const { outputGradient, name = "x" } = options;
  const comparison = comparisonFrom(OPERATION, options);
  if (typeof name !== "string" || name === "") wrongType(`${OPERATION}: name`, name, "a name for x");
  checkFunction(`${OPERATION}: f`, f, "a function of x");
  checkInput(OPERATION, x);
  checkFiniteMatrix(OPERATION, "dx", dx);
  checkSameShape(OPERATION, dx.shape, x.shape, ["dx", "x"]);
  if (outputGradient !== undefined) checkFiniteMatrix(OPERATION, "outputGradient", outputGradient);

  const before = x.copy();
  // Copies, since f may write its next gradients to where these are.
  const gradient = { name, value: x, gradient: dx.copy() };
  const value = new FunctionValue(f, x, outputGradient?.copy());
  try {
    const problem = findFunctionProblem(value, before);
    if (problem) return new GradientReport([], [problem], comparison.tolerance);
    const derivatives = compareDerivatives(() => value.weightedSum(), [gradient], comparison);
    const [entries = []] = derivatives;
    const wrong = wrongGradientOf(gradient, entries, comparison, () => value.weightedSum());
    const diagnoses = wrong ? diagnoseFunction(value, wrong, comparison) : [];
    return new GradientReport(entries, [], comparison.tolerance, countOf([gradient]), diagnoses);
  } finally {
    x.data.set(before.data);
  }
}

function diagnoseFunction(value: FunctionValue, wrong: WrongGradient, comparison: Comparison): Diagnosis[] {
  const known = { ...wrong, ...value.evidence() };
  return diagnosesOf(
    known.y ? { ...known, ...localEvidence(() => value.compute(), known, comparison) } : known,
  );
}
