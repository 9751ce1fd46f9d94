import type { Matrix } from "../index.js";
import { domainOf, planeDomains } from "./domain.js";
import { coordinates } from "./labeled-points.js";
import type { Layout } from "./layout.js";
import { picture } from "./picture.js";
import type { CheckedOptions } from "./picture-options.js";
import { points, pointsLegend } from "./points.js";
import type { Svg } from "./svg.js";

/** A picture of points with labels, and what lies under them. */
export interface Plane {
  readonly x: Matrix<number, 2>;
  readonly labels: readonly number[];
  /** For readers who can't see the picture. */
  readonly description: string;
  /** A line below the title; empty if there is none. */
  readonly note: string;
  /** What the legend calls each class. */
  readonly classes: readonly string[];
  /** A colour for each class. */
  readonly colors: readonly string[];
  /** Room around the points, as a share of their spread. */
  readonly room: number;
  /** Draws what lies under the points. */
  readonly under: (layout: Layout) => Svg;
}

/** Draws points in the plane; from -1 to 1 if there are none. */
export function planePicture(operation: string, options: CheckedOptions, plane: Plane): Svg {
  const { x, labels, description, note, classes, colors, room, under } = plane;
  const ifEmpty = [-1, 1] as const;
  const xDomain = domainOf(`${operation}: column 0 of x`, coordinates(x, 0), { ifEmpty });
  const yDomain = domainOf(`${operation}: column 1 of x`, coordinates(x, 1), { ifEmpty });
  return picture(operation, options, {
    description,
    note,
    xName: "column 0 of x",
    yName: "column 1 of x",
    kinds: ["linear", "linear"],
    legend: pointsLegend(classes, colors),
    domains: (width, height) => planeDomains(xDomain, yDomain, room, width, height),
    draw: (layout) => under(layout) + points(x, labels, colors, layout),
  });
}
