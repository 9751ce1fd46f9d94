import { wrongType } from "../errors/wrong.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkMatrix, isMatrix } from "../matrix/checks.js";
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

/**
 * The last list without twins. That of a model is frozen, so it need not be searched in every step of a
 * training.
 */
let distinct: readonly Parameter[] | undefined;

/** Throws if a matrix belongs to two of the parameters. */
export function checkDistinct(operation: string, parameters: readonly Parameter[]): void {
  if (parameters === distinct && Object.isFrozen(parameters)) return;
  const numbers = parameters.flatMap(({ value, gradient }) => [value.data, gradient.data]);
  if (new Set(numbers).size === numbers.length) {
    distinct = parameters;
    return;
  }
  const second = numbers.findIndex((data, i) => numbers.indexOf(data) < i);
  const first = numbers.indexOf(numbers[second] as Float64Array);
  const [one, other] = [first, second].map((i) => parameters[i >> 1]?.name);
  throw new TypeError(
    `${operation}: ${one} and ${other} share numbers; expected each parameter once, with matrices of its own`,
  );
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
