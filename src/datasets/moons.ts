import { checkOptions } from "../errors/options.js";
import type { LabeledPoints } from "./labeled-points.js";
import { type TwoCurvesOptions, twoCurves } from "./two-curves.js";

/**
 * Two half circles that interleave: class 0 has the points (cos t, sin t), class 1 the points
 * (1 − cos t, ½ − sin t), each with t evenly spaced from 0 to π.
 *
 * The numbers are those of scikit-learn's `make_moons(points, noise=noise, random_state=seed)` up to rounding.
 * Here 0 is the default of `noise`, and normals are drawn for it too.
 *
 * @throws RangeError or TypeError if an option is unknown or has a wrong value, or if there are more than
 * 2**26 points
 * @see {@link https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_moons.html | make_moons}
 * @example
 * ```ts
 * import { moons, RandomState } from "spiralnet";
 *
 * const { x, y } = moons({ points: 200, noise: 0.1, random: new RandomState(0) });
 * x.shape; // => [200, 2]
 * y.filter((label) => label === 1).length; // => 100
 * ```
 */
export function moons(options: TwoCurvesOptions): LabeledPoints {
  checkOptions("moons", options, ["points", "noise", "shuffle", "random"]);
  return twoCurves("moons", options, [
    (i, count) => [Math.cos(angle(i, count)), Math.sin(angle(i, count))],
    (i, count) => [1 - Math.cos(angle(i, count)), 1 - Math.sin(angle(i, count)) - 0.5],
  ]);
}

/** From 0 to π, both included. */
function angle(i: number, count: number): number {
  return (i * Math.PI) / Math.max(count - 1, 1);
}
