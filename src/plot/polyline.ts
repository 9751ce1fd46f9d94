import { type Point, pathThrough, tenths } from "./path.js";

/**
 * An open path through points from left to right. Of many points in one column of pixels it keeps the first, the lowest, the highest and
 * the last, so a long curve looks the same and no spike is lost.
 */
export function polyline(points: readonly Point[]): string {
  const kept: Point[] = [];
  for (let start = 0; start < points.length; ) {
    const column = Math.floor((points[start] as Point)[0]);
    let end = start + 1;
    while (end < points.length && Math.floor((points[end] as Point)[0]) === column) end++;
    kept.push(...extremes(points.slice(start, end)));
    start = end;
  }
  const places = kept.map(tenths);
  return pathThrough(
    places.filter(([x, y], i) => i === 0 || x !== places[i - 1]?.[0] || y !== places[i - 1]?.[1]),
  );
}

function extremes(column: readonly Point[]): Point[] {
  let [lowest, highest] = [0, 0];
  column.forEach(([, y], i) => {
    if (y < (column[lowest] as Point)[1]) lowest = i;
    if (y > (column[highest] as Point)[1]) highest = i;
  });
  const indices = new Set([0, Math.min(lowest, highest), Math.max(lowest, highest), column.length - 1]);
  return [...indices].map((i) => column[i] as Point);
}
