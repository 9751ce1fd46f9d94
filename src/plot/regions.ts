import { contours } from "d3-contour";
import type { Matrix } from "../matrix/matrix.js";
import type { Frame } from "./layout.js";
import { outline } from "./outline.js";
import { margins, type Ranking } from "./ranking.js";

/** Points evenly spaced over a frame, row by row from its top left to its bottom right, the edges included. */
export interface Grid {
  readonly cols: number;
  readonly rows: number;
}

/** A class and what it covers, as an SVG path. */
export interface Painted {
  readonly label: number;
  readonly path: string;
}

/** Pixels between two points of the grid, and how many there are at most between two edges. */
const STEP = 3;
const MOST_STEPS = 200;

/** A grid fine enough that straight pieces between its points look like curves. */
export function gridFor({ width, height }: Frame): Grid {
  const steps = (length: number) => Math.min(MOST_STEPS, Math.ceil(length / STEP));
  return { cols: steps(width) + 1, rows: steps(height) + 1 };
}

/** The region of each class that wins somewhere: where its margin over the best other class is at least 0, as an SVG path. */
export function regions(scores: Matrix, ranking: Ranking, grid: Grid, frame: Frame): Painted[] {
  const present = [...new Set(ranking.first)].sort((a, b) => a - b);
  const painted = present.map((label) => ({
    label,
    path: region(margins(scores, ranking, label), grid, frame),
  }));
  // One may be thinner than a tenth of a pixel.
  return painted.filter(({ path }) => path !== "");
}

function region(values: number[], { cols, rows }: Grid, frame: Frame): string {
  // d3-contour puts value (i, j) at (i + 1/2, j + 1/2) and closes a region half a step outside of the values; that border is moved onto the frame.
  const place = (at: number, count: number, start: number, length: number) =>
    start + (Math.min(Math.max(at - 0.5, 0), count - 1) * length) / (count - 1);
  const { coordinates } = contours().size([cols, rows]).contour(values, 0);
  const rings = coordinates
    .flat()
    .map((ring) =>
      outline(
        ring.map(([x = 0, y = 0]) => [
          place(x, cols, frame.left, frame.width),
          place(y, rows, frame.top, frame.height),
        ]),
      ),
    );
  return rings.join("");
}
