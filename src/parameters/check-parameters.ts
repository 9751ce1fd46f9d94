import { wrongType } from "../errors/wrong.js";
import { checkMatrix, checkSameShape, isMatrix } from "../matrix/checks.js";
import { checkRole, type Parameter } from "./parameter.js";

/** Throws unless these are parameters, each with a value and a gradient of one shape. */
export function checkParameters(
  operation: string,
  parameters: unknown,
): asserts parameters is readonly Parameter[] {
  if (!Array.isArray(parameters)) wrongType(`${operation}: parameters`, parameters, "an array of parameters");
  for (let i = 0; i < parameters.length; i++) {
    if (!isParameter(parameters[i])) refuse(operation, i, parameters[i]);
  }
}

/** Throws if a matrix belongs to two of the parameters. */
export function checkDistinct(operation: string, parameters: readonly Parameter[]): void {
  const names = new Map<Float64Array, string>();
  for (const { name, value, gradient } of parameters) {
    for (const { data } of [value, gradient]) {
      const other = names.get(data);
      if (other !== undefined) {
        throw new TypeError(
          `${operation}: ${other} and ${name} share numbers; expected each parameter once, with matrices of its own`,
        );
      }
      names.set(data, name);
    }
  }
}

function isParameter(parameter: Partial<Parameter> | null | undefined): boolean {
  const { name, role, value, gradient } = parameter ?? {};
  return (
    typeof name === "string" &&
    (role === "weight" || role === "bias") &&
    isMatrix(value) &&
    isMatrix(gradient) &&
    value.rows === gradient.rows &&
    value.cols === gradient.cols
  );
}

/** Throws the error for something that is no parameter. */
function refuse(operation: string, index: number, value: unknown): void {
  const { name, role, value: its, gradient } = Object(value) as Partial<Parameter>;
  if (typeof name !== "string") {
    wrongType(`${operation}: parameter ${index}`, value, "a parameter, as the function parameter makes it");
  }
  checkRole(`${operation}: the role of ${name}`, role);
  checkMatrix(`${operation}: the value of ${name}`, its);
  checkMatrix(`${operation}: the gradient of ${name}`, gradient);
  checkSameShape(operation, its.shape, gradient.shape, [name, "its gradient"]);
}
