import { NonFiniteError } from "../errors/non-finite-error.js";
import { checkAllFinite } from "../matrix/checks.js";
import { placeOf } from "../matrix/place-of.js";
import { checkDistinct, checkParameters } from "../parameters/check-parameters.js";
import type { Parameter } from "../parameters/parameter.js";

/** The weights among parameters. */
export function weightsOf(parameters: readonly Parameter[]): Parameter[] {
  return parameters.filter(({ role }) => role === "weight");
}

/**
 * The sum of a penalty over all weights among the parameters. Throws a RangeError if a weight is NaN or
 * infinite, and a NonFiniteError if the sum is larger than any float64.
 */
export function totalPenalty(
  regularizer: string,
  parameters: readonly Parameter[],
  penaltyOf: (weights: Float64Array) => number,
): number {
  checkParameters(regularizer, parameters);
  checkDistinct(regularizer, parameters);
  let total = 0;
  for (const parameter of weightsOf(parameters)) {
    total += penaltyOf(parameter.value.data);
    if (!(total < Infinity)) throw tooLarge(regularizer, parameter);
  }
  return total;
}

/** What is wrong with a weight whose penalty is NaN or infinite. */
function tooLarge(regularizer: string, { name, value }: Parameter): NonFiniteError {
  checkAllFinite(regularizer, name, value);
  const { data } = value;
  const i = data.reduce((at, w, j) => (Math.abs(w) > Math.abs(data[at] as number) ? j : at), 0);
  return new NonFiniteError(
    `${regularizer}: ${placeOf(name, value, i)} is ${data[i]}: the penalty is above the largest float64`,
    "smaller weights: if they grew in training, try a lower learning rate",
  );
}
