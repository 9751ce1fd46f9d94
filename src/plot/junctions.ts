import type { Frame } from "./layout.js";
import type { Ranking } from "./ranking.js";
import type { Grid, Painted } from "./regions.js";
import { px } from "./svg.js";

/**
 * Squares under the regions, to fill their gaps. A margin is interpolated against one rival, so the borders
 * don't quite meet in a cell that three classes share. There each quarter of the cell gets the class of its
 * corner.
 */
export function junctions({ first, second }: Ranking, grid: Grid, frame: Frame): Painted[] {
  const [width, height] = [frame.width / (grid.cols - 1), frame.height / (grid.rows - 1)];
  const at = (classes: Int32Array, corners: readonly number[]) => corners.map((k) => classes[k] as number);
  const paths = new Map<number, string>();
  for (let i = 0; i + 1 < grid.rows; i++) {
    for (let j = 0; j + 1 < grid.cols; j++) {
      const corner = i * grid.cols + j;
      const corners = [corner, corner + 1, corner + grid.cols, corner + grid.cols + 1];
      const winners = at(first, corners);
      if (!hasGap(winners, at(second, corners))) continue;
      winners.forEach((label, quarter) => {
        const x = frame.left + (j + (quarter % 2) / 2) * width;
        const y = frame.top + (i + (quarter < 2 ? 0 : 0.5)) * height;
        const square = `M${px(x)},${px(y)}h${px(width / 2)}v${px(height / 2)}h${px(-width / 2)}z`;
        paths.set(label, (paths.get(label) ?? "") + square);
      });
    }
  }
  return [...paths].map(([label, path]) => ({ label, path }));
}

/**
 * Whether the borders in a cell may differ. They don't if two classes, each the other's rival, divide it
 * between them.
 */
function hasGap(winners: readonly number[], rivals: readonly number[]): boolean {
  const present = new Set(winners);
  if (present.size === 1) return false;
  const [topLeft, topRight, bottomLeft, bottomRight] = winners;
  const saddle = topLeft === bottomRight && topRight === bottomLeft;
  return present.size > 2 || saddle || rivals.some((rival) => !present.has(rival));
}
