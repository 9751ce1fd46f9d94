/** A place in the picture. */
export type Point = readonly [x: number, y: number];

/** From pixels to whole tenths of a pixel. */
export function tenths([x, y]: Point): Point {
  return [Math.round(x * 10), Math.round(y * 10)];
}

/**
 * An open path through points given in whole tenths of a pixel. After the first, each is given relative to the one before, which is
 * shorter; as the tenths are whole, no error adds up.
 */
export function pathThrough(points: readonly Point[]): string {
  const steps = points.map(([x, y], i) => {
    const [fromX, fromY] = i === 0 ? [0, 0] : (points[i - 1] as Point);
    return `${(x - fromX) / 10},${(y - fromY) / 10}`;
  });
  return `M${steps[0]}${steps.length > 1 ? "l" : ""}${steps.slice(1).join(" ")}`;
}
