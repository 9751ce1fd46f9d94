import type { Layer } from "../layers/layer.js";
import { isMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { SavedModel } from "./progress.js";

/** Copies of a model's numbers as they are now. */
export function saveModel(model: Layer): SavedModel {
  return {
    parameters: model.parameters.map(({ value }) => value.copy()),
    state: Object.fromEntries(matricesOf(model).map(([name, matrix]) => [name, matrix.copy()])),
  };
}

/** Puts back what was saved, which has been checked. */
export function putBack({ parameters, state }: SavedModel, model: Layer): void {
  for (const [i, { value }] of model.parameters.entries()) value.data.set((parameters[i] as Matrix).data);
  for (const [name, matrix] of matricesOf(model)) matrix.data.set((state[name] as Matrix).data);
}

/** The matrices among a model's state: running means, but not generators, which predictions do not need. */
export function matricesOf({ state }: Layer): [name: string, matrix: Matrix][] {
  return Object.entries(state).filter((entry): entry is [string, Matrix] => isMatrix(entry[1]));
}
