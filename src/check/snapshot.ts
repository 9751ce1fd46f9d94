import type { Layer, Matrix, RandomSnapshot, RandomState } from "../index.js";
import { isMatrix } from "./misfit.js";

/** What a state holds, to be put into another. */
export type Snapshot = Readonly<Record<string, Matrix | RandomSnapshot>>;

/** What a state holds now. */
export function snapshotOf(state: Layer["state"]): Snapshot {
  return Object.fromEntries(
    Object.entries(state).map(([name, item]) => [name, isMatrix(item) ? item.copy() : item.getState()]),
  );
}

/** Puts into a state what another held, as far as it has parts of these names. */
export function load(state: Readonly<Record<string, Matrix | RandomState>>, snapshot: Snapshot): void {
  for (const [name, item] of Object.entries(state)) {
    const saved = snapshot[name];
    if (isMatrix(item) && isMatrix(saved)) item.data.set(saved.data);
    else if (!isMatrix(item) && saved && !isMatrix(saved)) item.setState(saved);
  }
}

/** Keeps layers as they are now, as far as a check changes them. The function returned puts them back. */
export function restorer(layers: readonly Layer[]): () => void {
  const items = layers.flatMap(({ parameters, state }) => [
    ...parameters.flatMap(({ value, gradient }) => [value, gradient]),
    ...Object.values(state),
  ]);
  const all = Object.fromEntries(items.entries());
  const saved = snapshotOf(all);
  return () => load(all, saved);
}
