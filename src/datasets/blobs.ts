import { checkBoolean } from "../errors/kind.js";
import { checkOptions } from "../errors/options.js";
import { isList } from "../errors/typed-array.js";
import { wrongNumber } from "../errors/wrong.js";
import { checkStored } from "../matrix/check-stored.js";
import { checkAllFinite } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import { checkCount } from "../matrix/memory.js";
import { checkRandom } from "../random/check-random.js";
import { filled } from "../random/filled.js";
import { checkScale } from "../random/gaussian.js";
import { checkItems, listOf } from "../random/items.js";
import { RandomState } from "../random/random-state.js";
import type { LabeledPoints } from "./labeled-points.js";
import { shuffled } from "./shuffled.js";

/** What {@link blobs} makes. */
export interface BlobsOptions<Features extends number = number> {
  /** How many points there are in all blobs together; the first blobs get those left over, one each. */
  readonly points: number;
  /** The centre of each blob, one a row; or how many to draw from the square from −10 to 10. 3 if not given. */
  readonly centers?: number | Matrix<number, Features> | undefined;
  /** Standard deviation of each coordinate around the centre, of all blobs or of each; 1 if not given. */
  readonly deviation?: number | ArrayLike<number> | undefined;
  /** Whether the points are in random order; true if not given. Else they stand blob by blob. */
  readonly shuffle?: boolean | undefined;
  /** Where centres, points and order come from, in this turn; a fresh, unseeded generator if not given. */
  readonly random?: RandomState | undefined;
}

/** Points around centres. */
export interface Blobs<Features extends number = 2> extends LabeledPoints<Features> {
  /** The centre of each class, one a row. */
  readonly centers: Matrix<number, Features>;
}

/**
 * Normal points around a centre for each class.
 *
 * The numbers are those of scikit-learn's `make_blobs(points, centers=centers, cluster_std=deviation,
 * random_state=seed)` up to rounding. Its `n_features` and `center_box` are arguments of `random.uniform` here,
 * see the example.
 *
 * @throws RangeError or TypeError if an option is unknown or has a wrong value, or if there are more than
 * 2**26 points
 * @see {@link https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_blobs.html | make_blobs}
 * @example
 * ```ts
 * import { blobs, RandomState } from "spiralnet";
 *
 * const random = new RandomState(0);
 * const { x, centers } = blobs({ points: 300, deviation: 0.5, random });
 * x.shape; // => [300, 2]
 * centers;
 * // ≈ [[0.976270, 4.303787], [2.055268, 0.897664], [-1.526904, 2.917882]]
 *
 * // Five blobs of three features with centres between -1 and 1
 * blobs({ points: 300, centers: random.uniform(-1, 1, 5, 3), random }).x.shape;
 * // => [300, 3]
 * ```
 */
export function blobs<Features extends number = 2>(options: BlobsOptions<Features>): Blobs<Features> {
  checkOptions("blobs", options, ["points", "centers", "deviation", "shuffle", "random"]);
  const { points, centers = 3, deviation = 1, shuffle = true, random = new RandomState() } = options;
  checkCount("blobs: points", points);
  checkCenters(centers);
  const [count, furthest] =
    typeof centers === "number" ? [centers, RADIUS] : [centers.rows, centers.abs().max()];
  const deviations = deviationsOf(deviation, count, furthest);
  checkBoolean("blobs: shuffle", shuffle);
  checkRandom("blobs", random);

  const around = typeof centers === "number" ? randomCenters(centers, random) : centers.copy();
  const y = classes(points, count);
  const scale = new Matrix(
    points,
    1,
    Float64Array.from(y, (blob) => deviations[blob] as number),
  );
  const normals = filled("blobs", points, around.cols, () => random.randn());
  const x = normals.multiply(scale).add(around.selectRows(y));
  const made = shuffle ? shuffled("blobs", { x, y }, random) : { x, y };
  return { ...made, centers: around } as Blobs<number> as Blobs<Features>;
}

/** The largest coordinate of a random centre, and its sign reversed the smallest. */
const RADIUS = 10;

function randomCenters(count: number, random: RandomState): Matrix {
  return filled("blobs", count, 2, () => random.uniform(-RADIUS, RADIUS));
}

/** The class of each point, class by class. The points left over go to the first classes. */
function classes(points: number, count: number): Int32Array {
  const y = new Int32Array(points);
  let start = 0;
  for (let blob = 0; blob < count; blob++) {
    const end = start + Math.floor(points / count) + (blob < points % count ? 1 : 0);
    y.fill(blob, start, end);
    start = end;
  }
  return y;
}

function checkCenters(centers: unknown): void {
  if (typeof centers === "number") {
    checkCount("blobs: centers", centers, 1);
    return;
  }
  checkStored("blobs", centers, "centers", "a number of blobs or a Matrix");
  if (centers.data.length === 0) wrongNumber("blobs: the number of coordinates in centers", 0, "at least 1");
  checkAllFinite("blobs", "centers", centers as Matrix);
}

/** The standard deviation of each blob. Throws unless all points are finite with it. */
function deviationsOf(deviation: unknown, count: number, furthest: number): ArrayLike<number> {
  if (!isList(deviation)) {
    checkScale("blobs: deviation", deviation, furthest);
    return listOf(count, () => deviation);
  }
  checkItems("blobs: deviation", deviation);
  if (deviation.length !== count) {
    wrongNumber("blobs: the length of deviation", deviation.length, `${count}, one number for each blob`);
  }
  for (let i = 0; i < count; i++) checkScale(`blobs: deviation[${i}]`, deviation[i], furthest);
  return deviation as ArrayLike<number>;
}
