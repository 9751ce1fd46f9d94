import { grid } from "./axes.js";
import { checkClasses, checkPoints, classCount, type PointsInPlane } from "./labeled-points.js";
import { chooseColors } from "./palette.js";
import { checkPictureOptions, type PictureOptions } from "./picture-options.js";
import { planePicture } from "./plane.js";

/** Room around the points, as a share of their spread. */
const ROOM = 0.06;

/**
 * A picture of points in the plane, each with the colour and the marker of its class, as the text of an SVG document. A unit is as long on
 * both axes unless the points spread more than four times as far along one of them. No points make an empty frame.
 *
 * @param data - such as `spiral()` makes
 * @throws TypeError, RangeError or `ShapeError` if `data` is not points with a class each, or an option is unknown or not of its kind;
 * RangeError if there are more classes than colours (the palette has 16), or width and height are too small
 * @example
 * ```ts
 * import { RandomState, spiral } from "spiralnet";
 * import { scatter } from "spiralnet/plot";
 *
 * const data = spiral({ classes: 3, pointsPerClass: 100, random: new RandomState(0) });
 * const svg = scatter(data, { title: "The spiral" }); // write it to a file, or put it into a page
 * svg.startsWith("<svg"); // => true
 * ```
 */
export function scatter<C extends number>(data: PointsInPlane<C>, options: PictureOptions = {}): string {
  const checked = checkPictureOptions("scatter", options);
  const points = checkPoints("scatter", data);
  checkClasses("scatter", points.y);
  const classes = classCount(points.y);
  return planePicture("scatter", checked, points, {
    description: `Scatter plot. Points: ${points.y.length}, classes: ${classes}.`,
    colors: chooseColors("scatter", classes, "classes", options.colors),
    room: ROOM,
    under: grid,
  });
}
