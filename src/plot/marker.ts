import { element, px, type Svg } from "./svg.js";

/** The radius of the circle of class 0, in pixels, for a marker of size 1. */
const RADIUS = 4;

/**
 * Outlines around the origin, about as large as the circle: the first corner, then the step from each corner
 * to the next.
 */
const OUTLINES = {
  triangle: "0,-5 4.6,8 -9.2,0",
  square: "-3.5,-3.5 7,0 0,7 -7,0",
  diamond: "0,-5 5,5 -5,5 -5,-5",
  triangleOnItsTip: "0,5 4.6,-8 -9.2,0",
  plus: "-1.5,-4.5 3,0 0,3 3,0 0,3 -3,0 0,3 -3,0 0,-3 -3,0 0,-3 3,0",
  star: "0,-5.6 1.4,3.6 3.9,0.2 -3,2.5 1,3.8 -3.3,-2.1 -3.3,2.1 1,-3.8 -3,-2.5 3.9,-0.2",
};

/**
 * Class 0 has a circle. Seven shapes and eight colours differ in period, so classes of similar colour differ
 * in shape.
 */
const SHAPES: readonly (string | undefined)[] = [undefined, ...Object.values(OUTLINES)];

/** Draws the marker of a class at a point. */
export function marker(label: number, size: number): (x: number, y: number) => Svg {
  const shape = SHAPES[label % SHAPES.length];
  if (shape === undefined) return (x, y) => element("circle", { cx: x, cy: y, r: RADIUS * size });
  const outline = shape.replace(/[-\d.]+/g, (length) => px(Number(length) * size));
  return (x, y) => element("path", { d: `M${px(x)},${px(y)}m${outline}z` });
}
