import { domainOf, planeDomains } from "./domain.js";
import { coordinates, type PointsInPlane } from "./labeled-points.js";
import type { Layout } from "./layout.js";
import { picture } from "./picture.js";
import type { CheckedOptions } from "./picture-options.js";
import { points, pointsLegend } from "./points.js";
import type { Svg } from "./svg.js";

/** What lies under the points. */
export interface Plane {
  /** For those who can't see the picture. */
  readonly description: string;
  /** A colour for each class. */
  readonly colors: readonly string[];
  /** Room around the points, as a share of their spread. */
  readonly room: number;
  /** Draws what lies under the points. */
  readonly under: (layout: Layout) => Svg;
}

/** A picture of points in the plane, on top of something else; from -1 to 1 where there are no points. */
export function planePicture(
  operation: string,
  options: CheckedOptions,
  { x, y }: PointsInPlane<2>,
  { description, colors, room, under }: Plane,
): Svg {
  const xDomain = domainOf(`${operation}: column 0 of x`, coordinates(x, 0), [-1, 1]);
  const yDomain = domainOf(`${operation}: column 1 of x`, coordinates(x, 1), [-1, 1]);
  return picture(operation, options, {
    description,
    xName: "column 0 of x",
    yName: "column 1 of x",
    kinds: ["linear", "linear"],
    legend: pointsLegend(colors),
    domains: (width, height) => planeDomains(xDomain, yDomain, room, width, height),
    draw: (layout) => under(layout) + points(x, y, colors, layout),
  });
}
