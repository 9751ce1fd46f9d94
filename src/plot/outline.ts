import { type Point, pathThrough, tenths } from "./path.js";

/**
 * A closed path through points. Points that rounding puts on the straight line between their neighbours are left out; nothing remains
 * of an outline that encloses nothing.
 */
export function outline(points: readonly Point[]): string {
  const kept: Point[] = [];
  // Whole tenths of a pixel, so that being on a line is exact.
  for (const point of points.map(tenths)) {
    while (kept.length > 0 && redundant(kept.at(-2), kept.at(-1) as Point, point)) kept.pop();
    kept.push(point);
  }
  while (kept.length > 2 && redundant(kept.at(-2), kept.at(-1) as Point, kept[0] as Point)) kept.pop();
  while (kept.length > 2 && redundant(kept.at(-1), kept[0] as Point, kept[1] as Point)) kept.shift();
  return kept.length < 3 ? "" : `${pathThrough(kept)}z`;
}

/** Whether `point` adds nothing between its neighbours: it is one of them, or on the line through them. */
function redundant(before: Point | undefined, point: Point, after: Point): boolean {
  if (point[0] === after[0] && point[1] === after[1]) return true;
  if (before === undefined) return false;
  return (point[0] - before[0]) * (after[1] - before[1]) === (after[0] - before[0]) * (point[1] - before[1]);
}
