import { wrongType } from "../errors/wrong.js";
import { checkMatrix, checkSameShape } from "../matrix/checks.js";
import { checkRole, type Parameter } from "./parameter.js";

/** Throws unless these are parameters, each with a value and a gradient of one shape that belong to no other. */
export function checkParameters(
  operation: string,
  parameters: unknown,
): asserts parameters is readonly Parameter[] {
  if (!Array.isArray(parameters)) wrongType(`${operation}: parameters`, parameters, "an array of parameters");
  const names = new Map<Float64Array, string>();
  for (const [i, parameter] of parameters.entries()) {
    checkParameter(operation, i, parameter);
    const { name, value, gradient } = parameter;
    for (const { data } of [value, gradient]) {
      const other = names.get(data);
      if (other !== undefined) {
        const problem =
          other === name ? `${name} is in the list twice` : `${other} and ${name} share numbers`;
        throw new TypeError(
          `${operation}: ${problem}; expected each parameter once, with matrices of its own`,
        );
      }
      names.set(data, name);
    }
  }
}

function checkParameter(operation: string, index: number, value: unknown): asserts value is Parameter {
  if (typeof value !== "object" || value === null) {
    wrongType(`${operation}: parameter ${index}`, value, "a parameter, as the function parameter makes it");
  }
  const parameter = value as Parameter;
  if (typeof parameter.name !== "string") {
    wrongType(`${operation}: the name of parameter ${index}`, parameter.name, "a string");
  }
  checkRole(`${operation}: the role of ${parameter.name}`, parameter.role);
  checkMatrix(`${operation}: the value of ${parameter.name}`, parameter.value);
  checkMatrix(`${operation}: the gradient of ${parameter.name}`, parameter.gradient);
  checkSameShape(operation, parameter.value.shape, parameter.gradient.shape, [
    parameter.name,
    "its gradient",
  ]);
}
