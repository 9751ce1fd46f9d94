import type { Matrix } from "../matrix/matrix.js";
import type { RandomState } from "../random/random-state.js";

/**
 * Makes the first value of a parameter: a matrix with `inputs` rows and `outputs` columns, which the layer
 * copies.
 *
 * @example
 * ```ts
 * import { Dense, type Initializer, Matrix } from "spiralnet";
 *
 * const ones: Initializer = (inputs, outputs) => Matrix.full(inputs, outputs, 1);
 * new Dense(2, 1, { weights: ones }).predict(Matrix.fromRows([[3, 4]]));
 * // => [[7]]
 * ```
 */
export type Initializer = (inputs: number, outputs: number, random: RandomState) => Matrix;
