import { checkOptions } from "../errors/options.js";
import { Matrix } from "../matrix/matrix.js";
import { checkCount } from "../matrix/memory.js";
import { checkRandom } from "../random/check-random.js";
import { filled } from "../random/filled.js";
import { checkScale } from "../random/gaussian.js";
import { RandomState } from "../random/random-state.js";

/** What {@link spiral} makes. */
export interface SpiralOptions {
  /** How many arms, one for each class. */
  readonly classes: number;
  /** How many points on each arm. */
  readonly pointsPerClass: number;
  /** Standard deviation of the angle, in radians; 0.2 if not given. */
  readonly noise?: number | undefined;
  /** Where the noise comes from; a fresh, unseeded generator if not given. */
  readonly random?: RandomState | undefined;
}

/** Points in the plane with a class each. */
export interface LabeledPoints {
  /** One point a row. */
  readonly x: Matrix<number, 2>;
  /** The class of each point, from 0. */
  readonly y: Int32Array;
}

/** How far an arm turns, and the angle between the starts of two neighbouring arms, in radians. */
const TURN = 4;

/**
 * Arms of a spiral, which no straight line can separate. Arm j, counted from 0, has the points (r sin t, r
 * cos t), with r evenly spaced from 0 to 1 and t from 4j to 4(j + 1), plus normal noise on t. The first point
 * of every arm is the origin, whatever the noise: no classifier gets more than one of them right.
 *
 * @throws RangeError or TypeError if an option is unknown or has a wrong value, or if there are more than
 * 2**26 points
 * @see the data of {@link https://cs231n.github.io/neural-networks-case-study/ | the cs231n case study}
 * @example
 * ```ts
 * import { RandomState, spiral } from "spiralnet";
 *
 * const { x, y } = spiral({ classes: 3, pointsPerClass: 100, random: new RandomState(0) });
 * x.shape; // => [300, 2]
 * [y[0], y[100], y[299]]; // => [0, 1, 2]
 * ```
 */
export function spiral(options: SpiralOptions): LabeledPoints {
  checkOptions("spiral", options, ["classes", "pointsPerClass", "noise", "random"]);
  const { classes, pointsPerClass, noise = 0.2, random = new RandomState() } = options;
  checkCount("spiral: classes", classes, 1);
  checkCount("spiral: pointsPerClass", pointsPerClass);
  checkScale("spiral: noise", noise);
  checkRandom("spiral", random);
  checkCount("spiral: classes times pointsPerClass", classes * pointsPerClass);

  const x = Matrix.zeros(classes * pointsPerClass, 2);
  const y = new Int32Array(classes * pointsPerClass);
  const radius = Matrix.linspace(0, 1, pointsPerClass).data;
  for (let j = 0; j < classes; j++) {
    const angle = Matrix.linspace(j * TURN, (j + 1) * TURN, pointsPerClass).data;
    const normals = filled("spiral", 1, pointsPerClass, () => random.randn()).data;
    for (let i = 0; i < pointsPerClass; i++) {
      const r = radius[i] as number;
      const t = (angle[i] as number) + (normals[i] as number) * noise;
      const point = j * pointsPerClass + i;
      x.data[2 * point] = r * Math.sin(t);
      x.data[2 * point + 1] = r * Math.cos(t);
      y[point] = j;
    }
  }
  return { x, y };
}
