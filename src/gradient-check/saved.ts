import { copies, setAll } from "../kernels/copies.js";
import type { Layer } from "../layers/layer.js";
import { isMatrix } from "../matrix/checks.js";
import type { Parameter } from "../parameters/parameter.js";

/** Keeps a layer's state as it is now. The function returned brings it back, as often as it is called. */
export function savedState(layer: Layer): () => void {
  const restores = layer.state.map((item) => {
    if (isMatrix(item)) return savedNumbers([item.data]);
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
