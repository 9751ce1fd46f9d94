import { checkOptions } from "../errors/options.js";
import { Matrix } from "../matrix/matrix.js";
import { checkCount } from "../matrix/memory.js";
import { checkRandom } from "../random/check-random.js";
import { checkScale } from "../random/gaussian.js";
import { RandomState } from "../random/random-state.js";
import type { LabeledPoints } from "./labeled-points.js";
import { addNoise } from "./noise.js";

/** What {@link xor} makes. */
export interface XorOptions {
  /** How many points there are at each corner; 1 if not given. */
  readonly pointsPerCorner?: number | undefined;
  /** Standard deviation of the normal noise on each coordinate; 0 if not given. */
  readonly noise?: number | undefined;
  /** Where the noise comes from; a fresh, unseeded generator if not given. */
  readonly random?: RandomState | undefined;
}

/**
 * Exclusive or, the smallest problem that no linear classifier solves: the corners (0, 0) and (1, 1) of a square
 * are class 0, (0, 1) and (1, 0) class 1. By default these four points; with `pointsPerCorner` and `noise` a
 * cluster around each corner, one corner after the other.
 *
 * @throws RangeError or TypeError if an option is unknown or has a wrong value, or if there are more than
 * 2**26 points
 * @example
 * ```ts
 * import { RandomState, xor } from "spiralnet";
 *
 * xor().x; // => [[0, 0], [0, 1], [1, 0], [1, 1]]
 * xor().y; // => [0, 1, 1, 0]
 * xor({ pointsPerCorner: 50, noise: 0.1, random: new RandomState(0) }).x.shape;
 * // => [200, 2]
 * ```
 */
export function xor(options: XorOptions = {}): LabeledPoints {
  checkOptions("xor", options, ["pointsPerCorner", "noise", "random"]);
  const { pointsPerCorner: count = 1, noise = 0, random = new RandomState() } = options;
  checkCount("xor: pointsPerCorner", count);
  checkCount("xor: 4 times pointsPerCorner", 4 * count);
  checkScale("xor: noise", noise);
  checkRandom("xor", random);
  const x = Matrix.zeros(4 * count, 2);
  const y = new Int32Array(4 * count);
  for (let i = 0; i < 4 * count; i++) {
    const corner = Math.floor(i / count);
    const [a, b] = [corner >> 1, corner & 1];
    x.data.set([a, b], 2 * i);
    y[i] = a ^ b;
  }
  addNoise("xor", x, noise, random);
  return { x, y };
}
