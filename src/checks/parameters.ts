import type { Parameter } from "../layers/parameter.js";
import { checkSameShape, isMatrix } from "./matrix.js";
import { show } from "./number.js";

/** Throws unless these are parameters, each with a value and a gradient of one shape. */
export function checkParameters(operation: string, parameters: readonly Parameter[]): void {
  if (!Array.isArray(parameters)) {
    throw new TypeError(`${operation}: parameters is ${show(parameters)}; expected an array of parameters`);
  }
  for (const [i, parameter] of parameters.entries()) {
    if (!isMatrix(parameter?.value) || !isMatrix(parameter.gradient)) {
      throw new TypeError(
        `${operation}: parameter ${i} is ${show(parameter)}; expected a value and a gradient`,
      );
    }
    const { name, role, value, gradient } = parameter;
    if (role !== "weight" && role !== "bias") {
      throw new TypeError(`${operation}: the role of ${name} is ${show(role)}; expected "weight" or "bias"`);
    }
    checkSameShape(operation, value.shape, gradient.shape, [name, "its gradient"]);
  }
}
