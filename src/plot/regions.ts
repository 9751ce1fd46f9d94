import { contours } from "d3-contour";
import type { Matrix } from "../index.js";
import type { Frame } from "./layout.js";
import { outline } from "./outline.js";
import { margins, type Ranking } from "./ranking.js";

/** Points evenly spaced over a frame, edges included, row by row from the top left. */
export interface Grid {
  readonly cols: number;
  readonly rows: number;
}

/** A class and the area it covers, as an SVG path. */
export interface Painted {
  readonly label: number;
  readonly path: string;
}

/** Pixels from one point of the grid to the next, and the most steps along a side. */
const STEP = 3;
const MOST_STEPS = 200;

/** A grid so fine that straight lines between its points look like curves. */
export function gridFor({ width, height }: Frame): Grid {
  const steps = (length: number) => Math.min(MOST_STEPS, Math.ceil(length / STEP));
  return { cols: steps(width) + 1, rows: steps(height) + 1 };
}

/** The region of each class that wins somewhere: its margin over the best other class is at least 0 there. */
export function regions(scores: Matrix, ranking: Ranking, grid: Grid, frame: Frame): Painted[] {
  const present = [...new Set(ranking.first)].sort((a, b) => a - b);
  const painted = present.map((label) => ({
    label,
    path: area(margins(scores, ranking, label), 0, grid, frame),
  }));
  // A region thinner than a tenth of a pixel has no path.
  return painted.filter(({ path }) => path !== "");
}

/** The area where a value at each point of the grid is at least the threshold, as an SVG path. */
export function area(values: number[], threshold: number, { cols, rows }: Grid, frame: Frame): string {
  // d3-contour puts value (i, j) at (i + 1/2, j + 1/2) and closes regions half a step outside the values:
  // move that onto the frame.
  const place = (at: number, count: number, start: number, length: number) =>
    start + (Math.min(Math.max(at - 0.5, 0), count - 1) * length) / (count - 1);
  const { coordinates } = contours().size([cols, rows]).contour(values, threshold);
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
