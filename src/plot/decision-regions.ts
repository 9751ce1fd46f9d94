import { accuracy, Matrix } from "../index.js";
import { junctions } from "./junctions.js";
import { checkClasses, checkPoints, type PointsInPlane } from "./labeled-points.js";
import type { Frame, Layout } from "./layout.js";
import { chooseColors } from "./palette.js";
import { checkPictureOptions, type PictureOptions } from "./picture-options.js";
import { planePicture } from "./plane.js";
import { checkPredictor, type Predictor, predictScores } from "./predictor.js";
import { rank } from "./ranking.js";
import { type Grid, gridFor, type Painted, regions } from "./regions.js";
import { element, type Svg } from "./svg.js";

/** Room around the points, as a share of their spread. */
const ROOM = 0.15;

/**
 * A picture of what a model makes of the plane, as the text of an SVG document: each region has the colour of the class with the largest
 * score, and the points lie on top. The border of class $c$ is where its margin $s_c - \max_{j \ne c} s_j$ is 0, interpolated between
 * points 3 pixels apart (a 200th of a side where the plane takes up more than 600).
 *
 * @param modelOrPredict - a model, or a function from points (one a row) to scores (one class a column)
 * @param data - such as `spiral()` makes; no points make regions from -1 to 1 at least
 * @throws TypeError, RangeError or `ShapeError` if `data` is not points with a class each, the scores are not finite or not one row for
 * each point, a label has no column, or an option is unknown or not of its kind; RangeError if there are more classes than colours (the
 * palette has 16), or width and height are too small
 * @example
 * ```ts
 * import { Dense, RandomState, sequential, spiral } from "spiralnet";
 * import { decisionRegions } from "spiralnet/plot";
 *
 * const random = new RandomState(0);
 * const data = spiral({ classes: 3, pointsPerClass: 100, random });
 * const model = sequential(new Dense(2, 3, { random }));
 * const svg = decisionRegions(model, data, { title: "Before training" });
 * svg.startsWith("<svg"); // => true
 * ```
 */
export function decisionRegions<C extends number>(
  modelOrPredict: Predictor,
  data: PointsInPlane<C>,
  options: PictureOptions = {},
): string {
  const checked = checkPictureOptions("decisionRegions", options);
  checkPredictor("decisionRegions", modelOrPredict);
  const points = checkPoints("decisionRegions", data);
  const { x, y } = points;
  // The scores of the points tell how many classes there are; without points, those of any place do.
  const scores = predictScores("decisionRegions", modelOrPredict, x.rows > 0 ? x : Matrix.zeros(1, 2));
  checkClasses("decisionRegions", y, scores.cols);
  const colors = chooseColors("decisionRegions", scores.cols, "classes", options.colors);
  return planePicture("decisionRegions", checked, points, {
    description: describe(scores, y),
    colors,
    room: ROOM,
    under: (layout) => {
      const grid = gridFor(layout.frame);
      const everywhere = predictScores("decisionRegions", modelOrPredict, places(grid, layout), scores.cols);
      return paint(everywhere, grid, layout.frame, colors);
    },
  });
}

function describe(scores: Matrix, y: ArrayLike<number>): string {
  const classes = `Decision regions. Classes: ${scores.cols}`;
  if (y.length === 0) return `${classes}.`;
  const right = (100 * accuracy(scores, y)).toFixed(0);
  return `${classes}, points: ${y.length}, of which ${right} % lie in the region of their class.`;
}

/** The points of the plane that lie at the points of a grid over the frame. */
function places({ cols, rows }: Grid, { frame, x, y }: Layout): Matrix<number, 2> {
  const at = Matrix.zeros<number, 2>(rows * cols, 2);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      at.data[2 * (i * cols + j)] = x.value(frame.left + (j * frame.width) / (cols - 1));
      at.data[2 * (i * cols + j) + 1] = y.value(frame.top + (i * frame.height) / (rows - 1));
    }
  }
  return at;
}

/** Pale regions, each with a thin line of its own colour, which closes the hairlines that anti-aliasing leaves between neighbours. */
function paint(scores: Matrix, grid: Grid, frame: Frame, colors: readonly string[]): Svg {
  const ranking = rank(scores);
  const draw =
    (kind: string) =>
    ({ label, path }: Painted) =>
      element("path", { [kind]: String(label), d: path, fill: colors[label], stroke: colors[label] });
  return element(
    "g",
    // Opacity of the group, not of its members: where the lines overlap they don't add up.
    { opacity: "0.4", "fill-rule": "evenodd", "stroke-linejoin": "round" },
    ...junctions(ranking, grid, frame).map(draw("data-junction")),
    ...regions(scores, ranking, grid, frame).map(draw("data-region")),
  );
}
