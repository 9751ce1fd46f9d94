import type { Layer } from "spiralnet";

/** All parameters of a model as plain numbers. */
export function weightsOf({ parameters }: Layer): Record<string, number[][]> {
  return Object.fromEntries(parameters.map(({ name, value }) => [name, value.toArray()]));
}
