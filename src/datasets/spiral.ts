import { checkFinite, checkPositive } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { Matrix } from "../matrix/matrix.js";
import { checkCount } from "../matrix/memory.js";
import { checkRandom } from "../random/check-random.js";
import { filled } from "../random/filled.js";
import { checkScale, LARGEST_NORMAL } from "../random/gaussian.js";
import { RandomState } from "../random/random-state.js";
import type { LabeledPoints } from "./labeled-points.js";

/** What {@link spiral} makes. */
export interface SpiralOptions {
  /** How many arms, one for each class. */
  readonly classes: number;
  /** How many points on each arm. */
  readonly pointsPerClass: number;
  /** Standard deviation of t, in radians; 0.2 if not given. */
  readonly noise?: number | undefined;
  /** How far an arm turns, as a multiple of 4 radians; 1 if not given. */
  readonly turns?: number | undefined;
  /** Where the noise comes from; a fresh, unseeded generator if not given. */
  readonly random?: RandomState | undefined;
}

/** The range of t in an arm, in radians. */
const RANGE = 4;

/**
 * Arms of a spiral, which no straight line can separate. Arm j, counted from 0, has the points
 * (r sin(turns · t), r cos(turns · t)), with r evenly spaced from 0 to 1 and t from 4j to 4(j + 1), plus normal
 * noise on t. Each arm begins 4 · turns radians after the one before: arms coincide if that is a multiple of 2π.
 *
 * The first point of every arm is the origin, whatever the noise. No classifier gets more than one of them
 * right, so no model can learn a tiny spiral by heart: with 3 arms of 5 points, 13 of 15 are the most.
 *
 * @throws RangeError or TypeError if an option is unknown or has a wrong value, or if there are more than
 * 2**26 points
 * @see {@link https://cs231n.github.io/neural-networks-case-study/ | the cs231n case study}, with `turns` of 1
 * @see {@link https://nnfs.io | Neural Networks from Scratch in Python}, with `turns` of 2.5
 * @example
 * ```ts
 * import { RandomState, spiral } from "spiralnet";
 *
 * const { x, y } = spiral({
 *   classes: 3,
 *   pointsPerClass: 100,
 *   random: new RandomState(0),
 * });
 * x.shape; // => [300, 2]
 * [y[0], y[100], y[299]]; // => [0, 1, 2]
 * ```
 */
export function spiral(options: SpiralOptions): LabeledPoints {
  checkOptions("spiral", options, ["classes", "pointsPerClass", "noise", "turns", "random"]);
  const { classes, pointsPerClass, noise = 0.2, turns = 1, random = new RandomState() } = options;
  checkCount("spiral: classes", classes, 1);
  checkCount("spiral: pointsPerClass", pointsPerClass);
  checkScale("spiral: noise", noise);
  checkRandom("spiral", random);
  checkCount("spiral: classes times pointsPerClass", classes * pointsPerClass);
  checkPositive("spiral: turns", turns);
  checkFinite("spiral: the largest angle", turns * (classes * RANGE + noise * LARGEST_NORMAL));

  const x = Matrix.zeros(classes * pointsPerClass, 2);
  const y = new Int32Array(classes * pointsPerClass);
  const radius = Matrix.linspace(0, 1, pointsPerClass).data;
  for (let j = 0; j < classes; j++) {
    const angle = Matrix.linspace(j * RANGE, (j + 1) * RANGE, pointsPerClass).data;
    const normals = filled("spiral", 1, pointsPerClass, () => random.randn()).data;
    for (let i = 0; i < pointsPerClass; i++) {
      const r = radius[i] as number;
      const t = ((angle[i] as number) + (normals[i] as number) * noise) * turns;
      const point = j * pointsPerClass + i;
      x.data.set([r * Math.sin(t), r * Math.cos(t)], 2 * point);
      y[point] = j;
    }
  }
  return { x, y };
}
