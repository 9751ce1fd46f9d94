import type { Matrix } from "../matrix/matrix.js";
import { filled } from "../random/filled.js";
import type { RandomState } from "../random/random-state.js";

/** Adds a normal with standard deviation `noise` to each element, row by row. */
export function addNoise(operation: string, x: Matrix, noise: number, random: RandomState): void {
  x.addInPlace(filled(operation, x.rows, x.cols, () => random.randn()).multiply(noise));
}
