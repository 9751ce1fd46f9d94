import { checkBoolean } from "../errors/kind.js";
import { Matrix } from "../matrix/matrix.js";
import { checkCount } from "../matrix/memory.js";
import { checkRandom } from "../random/check-random.js";
import { checkScale } from "../random/gaussian.js";
import { RandomState } from "../random/random-state.js";
import type { LabeledPoints } from "./labeled-points.js";
import { addNoise } from "./noise.js";
import { shuffled } from "./shuffled.js";

/** Points on two curves, one for each class. */
export interface TwoCurvesOptions {
  /** How many points there are in both classes together; class 1 gets the odd one. */
  readonly points: number;
  /** Standard deviation of the normal noise on each coordinate; 0 if not given. */
  readonly noise?: number | undefined;
  /** Whether the points are in random order; true if not given. Else those of class 0 come first. */
  readonly shuffle?: boolean | undefined;
  /** Where order and noise come from; a fresh, unseeded generator if not given. */
  readonly random?: RandomState | undefined;
}

/** The `index`-th of `count` points of a curve. */
type Curve = (index: number, count: number) => readonly [x: number, y: number];

/** Draws the order first, then the noise: two normals for each point, even if it is 0. */
export function twoCurves(
  operation: string,
  { points, noise = 0, shuffle = true, random = new RandomState() }: TwoCurvesOptions,
  curves: readonly [Curve, Curve],
): LabeledPoints {
  checkCount(`${operation}: points`, points);
  checkScale(`${operation}: noise`, noise);
  checkBoolean(`${operation}: shuffle`, shuffle);
  checkRandom(operation, random);
  const first = Math.floor(points / 2);
  const x = Matrix.zeros(points, 2);
  const y = new Int32Array(points).fill(1, first);
  for (let i = 0; i < points; i++) {
    x.data.set(i < first ? curves[0](i, first) : curves[1](i - first, points - first), 2 * i);
  }
  const made = shuffle ? shuffled(operation, { x, y }, random) : { x, y };
  addNoise(operation, made.x, noise, random);
  return made;
}
