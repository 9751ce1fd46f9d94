import type { Frame } from "./layout.js";
import type { Ranking } from "./ranking.js";
import type { Grid, Painted } from "./regions.js";
import { px } from "./svg.js";

/**
 * Squares to lie under the regions where these leave a gap: a margin is interpolated against one rival, so where three classes meet
 * each border is somewhere else. There each quarter of a cell of the grid gets the class of its corner.
 */
export function junctions({ first, second }: Ranking, grid: Grid, frame: Frame): Painted[] {
  const [width, height] = [frame.width / (grid.cols - 1), frame.height / (grid.rows - 1)];
  const paths = new Map<number, string>();
  for (let i = 0; i + 1 < grid.rows; i++) {
    for (let j = 0; j + 1 < grid.cols; j++) {
      const corner = i * grid.cols + j;
      const corners = [corner, corner + 1, corner + grid.cols, corner + grid.cols + 1];
      if (
        !hasGap(
          corners.map((k) => first[k] as number),
          corners.map((k) => second[k] as number),
        )
      )
        continue;
      corners.forEach((k, quarter) => {
        const x = frame.left + (j + (quarter % 2) / 2) * width;
        const y = frame.top + (i + (quarter < 2 ? 0 : 0.5)) * height;
        const square = `M${px(x)},${px(y)}h${px(width / 2)}v${px(height / 2)}h${px(-width / 2)}z`;
        const label = first[k] as number;
        paths.set(label, (paths.get(label) ?? "") + square);
      });
    }
  }
  return [...paths].map(([label, path]) => ({ label, path }));
}

/** Whether the borders in a cell may differ: not if two classes, each the other's rival, halve it. */
function hasGap(winners: readonly number[], rivals: readonly number[]): boolean {
  const present = new Set(winners);
  if (present.size === 1) return false;
  const [topLeft, topRight, bottomLeft, bottomRight] = winners;
  const saddle = topLeft === bottomRight && topRight === bottomLeft;
  return present.size > 2 || saddle || rivals.some((rival) => !present.has(rival));
}
