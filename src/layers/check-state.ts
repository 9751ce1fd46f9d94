import { isPlain } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import { isMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { RandomState } from "../random/random-state.js";

/** Throws unless these are matrices and random generators, which can be saved and put back. */
export function checkState(
  place: string,
  state: unknown,
): asserts state is Readonly<Record<string, Matrix | RandomState>> {
  if (!isPlain(state)) wrongType(place, state, "a plain object");
  for (const [name, value] of Object.entries(state)) {
    const { getState, setState } = Object(value) as Partial<RandomState>;
    if (isMatrix(value) || (typeof getState === "function" && typeof setState === "function")) continue;
    wrongType(`${place}.${name}`, value, "a Matrix or a RandomState");
  }
}
