import type { Parameter } from "spiralnet";

/** Copies of all values and gradients, to see later whether one has changed. */
export function frozen(parameters: readonly Parameter[]): number[][] {
  return parameters.flatMap(({ value, gradient }) => [Array.from(value.data), Array.from(gradient.data)]);
}
