import { type Layer, RandomState } from "spiralnet";

/** Gives a layer the state of another one that was made alike. */
export function copyState(from: Layer, to: Layer): void {
  from.state.forEach((source, i) => {
    const target = to.state[i] as typeof source;
    if (source instanceof RandomState) (target as RandomState).setState(source.getState());
    else (target as typeof source).assignInPlace(source);
  });
}
