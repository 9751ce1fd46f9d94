import { type Layer, RandomState } from "spiralnet";

/** Gives a layer the state of another one that was made alike, be it within other containers. */
export function copyState(from: Layer, to: Layer): void {
  const targets = Object.values(to.state);
  Object.values(from.state).forEach((source, i) => {
    const target = targets[i] as typeof source;
    if (source instanceof RandomState) (target as RandomState).setState(source.getState());
    else (target as typeof source).assignInPlace(source);
  });
}
