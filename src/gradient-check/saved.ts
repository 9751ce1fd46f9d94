import { wrongType } from "../errors/wrong.js";
import { copies, setAll } from "../kernels/copies.js";
import type { Layer } from "../layers/layer.js";
import { nameOf } from "../layers/summary.js";
import { isMatrix } from "../matrix/checks.js";
import type { Parameter } from "../parameters/parameter.js";
import type { RandomState } from "../random/random-state.js";

/** Keeps a layer's state as it is now. The function returned brings it back, as often as it is called. */
export function savedState(layer: Layer): () => void {
  const restores = layer.state.map((item: unknown, i) => {
    if (isMatrix(item)) return savedNumbers([item.data]);
    checkGenerator(`gradientCheck: state[${i}] of ${nameOf(layer)}`, item);
    const state = item.getState();
    return () => item.setState(state);
  });
  return () => {
    for (const restore of restores) restore();
  };
}

/** Keeps the values and gradients of parameters as they are now. The function returned brings them back. */
export function savedParameters(parameters: readonly Parameter[]): () => void {
  return savedNumbers(parameters.flatMap(({ value, gradient }) => [value.data, gradient.data]));
}

function savedNumbers(arrays: readonly Float64Array[]): () => void {
  const saved = copies(arrays);
  return () => setAll(arrays, saved);
}

function checkGenerator(place: string, item: unknown): asserts item is RandomState {
  const { getState, setState } = Object(item) as Partial<RandomState>;
  if (typeof getState === "function" && typeof setState === "function") return;
  wrongType(place, item, "a Matrix or a RandomState");
}
