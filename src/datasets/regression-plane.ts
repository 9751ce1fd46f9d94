import { checkOptions } from "../errors/options.js";
import { Matrix } from "../matrix/matrix.js";
import { checkCount } from "../matrix/memory.js";
import { checkRandom } from "../random/check-random.js";
import { filled } from "../random/filled.js";
import { checkScale } from "../random/gaussian.js";
import { RandomState } from "../random/random-state.js";
import { addNoise } from "./noise.js";

/** What {@link regressionPlane} makes. */
export interface RegressionPlaneOptions {
  /** How many points there are. */
  readonly points: number;
  /** Standard deviation of the normal noise on y; 0 if not given. */
  readonly noise?: number | undefined;
  /** Where points and noise come from; a fresh, unseeded generator if not given. */
  readonly random?: RandomState | undefined;
}

/** Points in the plane with a number each. */
export interface MeasuredPoints {
  /** One point a row. */
  readonly x: Matrix<number, 2>;
  /** The number that belongs to each point. */
  readonly y: Matrix<number, 1>;
}

/** The largest coordinate of a point, and its sign reversed the smallest. */
const RADIUS = 6;

/**
 * A plane to be found by regression: y = (x₁ + x₂) / 10 plus normal noise, at points that are uniform in the
 * square from −6 to 6. On new points no model has a mean squared error below noise² on average.
 *
 * @throws RangeError or TypeError if an option is unknown or has a wrong value, or if there are more than
 * 2**26 points
 * @see the plane of {@link https://playground.tensorflow.org | TensorFlow Playground}, which moves the points
 * for its noise, by uniform numbers
 * @example
 * ```ts
 * import { RandomState, regressionPlane } from "spiralnet";
 *
 * const { x, y } = regressionPlane({ points: 2, random: new RandomState(0) });
 * x; // ≈ [[0.58576205, 2.58227239], [1.23316051, 0.53859819]]
 * y; // ≈ [[0.31680344], [0.17717587]]
 * ```
 */
export function regressionPlane(options: RegressionPlaneOptions): MeasuredPoints {
  checkOptions("regressionPlane", options, ["points", "noise", "random"]);
  const { points, noise = 0, random = new RandomState() } = options;
  checkCount("regressionPlane: points", points);
  checkScale("regressionPlane: noise", noise);
  checkRandom("regressionPlane", random);
  const { data } = filled("regressionPlane", points, 2, () => random.uniform(-RADIUS, RADIUS));
  const x = new Matrix(points, 2 as const, data);
  const y = x.sum(1).divide(10);
  addNoise("regressionPlane", y, noise, random);
  return { x, y };
}
