import { checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { wrongNumber } from "../errors/wrong.js";
import type { LabeledPoints } from "./labeled-points.js";
import { type TwoCurvesOptions, twoCurves } from "./two-curves.js";

/** What {@link circles} makes. */
export interface CirclesOptions extends TwoCurvesOptions {
  /** The radius of the inner circle, from 0 to below 1; 0.8 if not given. */
  readonly factor?: number | undefined;
}

/**
 * A circle of radius 1, class 0, around a smaller one of radius `factor`, class 1, both with evenly spaced
 * points.
 *
 * The numbers are those of scikit-learn's `make_circles(points, noise=noise, factor=factor, random_state=seed)`
 * up to rounding. Here 0 is the default of `noise`, and normals are drawn for it too.
 *
 * @throws RangeError or TypeError if an option is unknown or has a wrong value, or if there are more than
 * 2**26 points
 * @see {@link https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_circles.html | make_circles}
 * @example
 * ```ts
 * import { circles } from "spiralnet";
 *
 * const { x, y } = circles({ points: 4, factor: 0.5, shuffle: false });
 * x; // ≈ [[1, 0], [-1, 0], [0.5, 0], [-0.5, 0]]
 * y; // => [0, 0, 1, 1]
 * ```
 */
export function circles(options: CirclesOptions): LabeledPoints {
  checkOptions("circles", options, ["points", "noise", "factor", "shuffle", "random"]);
  const { factor = 0.8, ...others } = options;
  checkNonNegative("circles: factor", factor);
  if (factor >= 1) wrongNumber("circles: factor", factor, "a number below 1, the radius of the outer circle");
  return twoCurves("circles", others, [circle(1), circle(factor)]);
}

function circle(radius: number) {
  return (i: number, count: number): [number, number] => {
    const angle = (i * 2 * Math.PI) / count;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  };
}
