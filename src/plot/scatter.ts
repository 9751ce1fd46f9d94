import { grid } from "./axes.js";
import { checkPoints, classCount, labelsOf, type PointsInPlane } from "./labeled-points.js";
import { chooseColors } from "./palette.js";
import { checkPictureOptions } from "./picture-options.js";
import { planePicture } from "./plane.js";
import { checkNames, namesOf, type PointsOptions } from "./points-options.js";

/** Room around the points, as a share of their spread. */
const ROOM = 0.06;

/**
 * Draws points in the plane, each with the colour and the marker of its class, as the text of an SVG
 * document. A unit is equally long on both axes unless the points spread more than four times as far along
 * one of them. No points make an empty frame.
 *
 * @param data - such as `spiral()` makes
 * @throws TypeError, RangeError or `ShapeError` if `data` is not points with a class each, or an option is
 * unknown or wrong; RangeError if there are more classes than colours (the palette has 16), or if title,
 * legend and labels leave no room for the frame
 * @example
 * ```ts
 * import { RandomState, spiral } from "spiralnet";
 * import { scatter } from "spiralnet/plot";
 *
 * const data = spiral({
 *   classes: 3,
 *   pointsPerClass: 100,
 *   random: new RandomState(0),
 * });
 * // write it to a file, or put it into a page
 * const svg = scatter(data, { title: "The spiral" });
 * svg.startsWith("<svg"); // => true
 * ```
 */
export function scatter<C extends number>(data: PointsInPlane<C>, options: PointsOptions = {}): string {
  const checked = checkPictureOptions("scatter", options, ["classes"]);
  const names = checkNames("scatter", options.classes);
  const { x, y } = checkPoints("scatter", data);
  const labels = labelsOf("scatter", y);
  // A class without points is known by its name alone.
  const count = Math.max(classCount(labels), names?.length ?? 0);
  const colors = chooseColors("scatter", count, "classes", checked.colors);
  return planePicture("scatter", checked, {
    x,
    labels,
    description: `Scatter plot. Points: ${labels.length}, classes: ${count}.`,
    note: "",
    classes: namesOf("scatter", count, names),
    colors,
    room: ROOM,
    under: grid,
  });
}
