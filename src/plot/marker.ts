import { element, px, type Svg } from "./svg.js";

/** Radius of the circle that class 0 has, in pixels, for a marker of size 1. */
const RADIUS = 4;

/** Outlines around the origin of about the circle's area: where they start, then the way from each corner to the next. */
const OUTLINES: readonly (readonly (readonly [dx: number, dy: number])[])[] = [
  // Triangle, square, diamond, triangle on its tip, plus, star.
  [
    [0, -5],
    [4.6, 8],
    [-9.2, 0],
  ],
  [
    [-3.5, -3.5],
    [7, 0],
    [0, 7],
    [-7, 0],
  ],
  [
    [0, -5],
    [5, 5],
    [-5, 5],
    [-5, -5],
  ],
  [
    [0, 5],
    [4.6, -8],
    [-9.2, 0],
  ],
  [
    [-1.5, -4.5],
    [3, 0],
    [0, 3],
    [3, 0],
    [0, 3],
    [-3, 0],
    [0, 3],
    [-3, 0],
    [0, -3],
    [-3, 0],
    [0, -3],
    [3, 0],
  ],
  [
    [0, -5.6],
    [1.4, 3.6],
    [3.9, 0.2],
    [-3, 2.5],
    [1, 3.8],
    [-3.3, -2.1],
    [-3.3, 2.1],
    [1, -3.8],
    [-3, -2.5],
    [3.9, -0.2],
  ],
];

/** How many shapes there are. Of the palette's colours that are alike, the eighth after each other, none share one. */
const KINDS = OUTLINES.length + 1;

/** The mark of a class at a point: a circle for class 0, another shape for each of the next six, then again from the circle. */
export function marker(label: number, x: number, y: number, size: number): Svg {
  const outline = OUTLINES[(label % KINDS) - 1];
  if (outline === undefined) return element("circle", { cx: x, cy: y, r: RADIUS * size });
  const way = outline.map(([dx, dy]) => `${px(dx * size)},${px(dy * size)}`).join(" ");
  return element("path", { d: `M${px(x)},${px(y)}m${way}z` });
}
