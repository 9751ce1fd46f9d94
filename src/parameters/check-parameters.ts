import { wrongType } from "../errors/wrong.js";
import { checkSameShape, isMatrix } from "../matrix/checks.js";
import type { Parameter } from "./parameter.js";

/** Throws unless these are parameters, each with a value and a gradient of one shape. */
export function checkParameters(operation: string, parameters: readonly Parameter[]): void {
  if (!Array.isArray(parameters)) {
    wrongType(`${operation}: parameters`, parameters, "an array of parameters");
  }
  for (const [i, parameter] of parameters.entries()) {
    if (!isMatrix(parameter?.value) || !isMatrix(parameter.gradient)) {
      wrongType(`${operation}: parameter ${i}`, parameter, "a value and a gradient");
    }
    const { name, role, value, gradient } = parameter;
    if (role !== "weight" && role !== "bias") {
      wrongType(`${operation}: the role of ${name}`, role, '"weight" or "bias"');
    }
    checkSameShape(operation, value.shape, gradient.shape, [name, "its gradient"]);
  }
}
