import { type Layer, RandomState } from "spiralnet";

/** All that a layer's state holds, as text. */
export function stateOf({ state }: Layer): string {
  return JSON.stringify(
    Object.values(state).map((item) => (item instanceof RandomState ? item.getState() : item)),
  );
}
