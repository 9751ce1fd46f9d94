import { checkBoolean } from "../errors/kind.js";
import { Matrix } from "../index.js";
import { doubt } from "./doubt.js";
import { junctions } from "./junctions.js";
import { checkPoints, labelsOf, type PointsInPlane } from "./labeled-points.js";
import type { Frame, Layout } from "./layout.js";
import { chooseColors } from "./palette.js";
import { checkPictureOptions } from "./picture-options.js";
import { planePicture } from "./plane.js";
import { checkNames, namesOf, type PointsOptions } from "./points-options.js";
import { type Predictor, scoring } from "./predictor.js";
import { rank } from "./ranking.js";
import { type Grid, gridFor, type Painted, regions } from "./regions.js";
import { element, type Svg } from "./svg.js";

/** Options of `decisionRegions`. */
export interface DecisionRegionsOptions extends PointsOptions {
  /**
   * Whether regions are paler where the model is less certain: the probability of the class is the softmax of
   * the scores. False if not given.
   */
  readonly confidence?: boolean | undefined;
}

/** Room around the points, as a share of their spread. */
const ROOM = 0.15;

/**
 * Draws how a model divides the plane, as the text of an SVG document: each region has the colour of the
 * class with the largest score, and the points lie on top. The border of class c is where its margin
 * (its score less the largest other score) is 0, interpolated between points 3 pixels apart (a 200th of a side that is
 * longer than 600). A line under the title says the accuracy.
 *
 * @param modelOrPredict - a model, or a function from points (one a row) to scores (one class a column)
 * @param data - such as `spiral()` makes; no points make regions from -1 to 1 at least
 * @throws TypeError, RangeError or `ShapeError` if `data` is not points with a class each, the scores are not
 * finite or not one row for each point, a label has no column, or an option is unknown or wrong; RangeError
 * if there are more classes than colours (the palette has 16), or if title, legend and labels leave no room
 * for the frame; and whatever the model throws
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
  options: DecisionRegionsOptions = {},
): string {
  const checked = checkPictureOptions("decisionRegions", options, ["classes", "confidence"]);
  const { confidence = false } = options;
  checkBoolean("decisionRegions: confidence", confidence);
  const names = checkNames("decisionRegions", options.classes);
  const score = scoring("decisionRegions", modelOrPredict);
  const { x, y } = checkPoints("decisionRegions", data);
  // The scores have a column for each class. Without points, those of any place do.
  const scores = score(x.rows > 0 ? x : Matrix.zeros(1, 2));
  const count = scores.cols;
  const labels = labelsOf("decisionRegions", y, count);
  const colors = chooseColors("decisionRegions", count, "classes", checked.colors);
  const classes = namesOf("decisionRegions", count, names);
  return planePicture("decisionRegions", checked, {
    x,
    labels,
    ...describe(scores, labels),
    classes,
    colors,
    room: ROOM,
    under: (layout) => {
      const grid = gridFor(layout.frame);
      const across = score(places(grid, layout), count);
      const painted = paint(across, grid, layout.frame, colors);
      return confidence ? painted + doubt(across, grid, layout.frame) : painted;
    },
  });
}

/** The picture in words, and its note: how many points lie in the region of their class. */
function describe(scores: Matrix, labels: readonly number[]): { description: string; note: string } {
  const classes = `Decision regions. Classes: ${scores.cols}`;
  if (labels.length === 0) return { description: `${classes}.`, note: "" };
  const right = rank(scores).first.filter((label, i) => label === labels[i]).length;
  const percent = ((100 * right) / labels.length).toFixed(0);
  return {
    description: `${classes}, points: ${labels.length}, of which ${percent} % lie in the region of their class.`,
    note: `accuracy ${percent} % (${right} of ${labels.length})`,
  };
}

/** The points of the plane at a grid over the frame. */
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

/**
 * Pale regions. Each has a thin line of its own colour, which hides the hairlines of anti-aliasing between
 * neighbours.
 */
function paint(scores: Matrix, grid: Grid, frame: Frame, colors: readonly string[]): Svg {
  const ranking = rank(scores);
  const draw =
    (kind: string) =>
    ({ label, path }: Painted) =>
      element("path", { [kind]: String(label), d: path, fill: colors[label], stroke: colors[label] });
  // The group is transparent, not its members: overlapping lines would look darker.
  return element("g", { opacity: "0.4", "fill-rule": "evenodd", "stroke-linejoin": "round" }, [
    ...junctions(ranking, grid, frame).map(draw("data-junction")),
    ...regions(scores, ranking, grid, frame).map(draw("data-region")),
  ]);
}
