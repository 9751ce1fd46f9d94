import type { Layer } from "spiralnet";

/** The values of all parameters of a model. */
export function numbersOf({ parameters }: Layer): number[][] {
  return parameters.map(({ value }) => Array.from(value.data));
}
