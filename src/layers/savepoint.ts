import { isMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { RandomState } from "../random/random-state.js";

/** Keeps matrices and generators as they are now. The function returned puts them back, as often as it is called. */
export function savepoint(items: readonly (Matrix | RandomState)[]): () => void {
  const restores = items.map((item) => {
    if (isMatrix(item)) {
      const numbers = item.data.slice();
      return () => item.data.set(numbers);
    }
    const snapshot = item.getState();
    return () => item.setState(snapshot);
  });
  return () => {
    for (const restore of restores) restore();
  };
}
