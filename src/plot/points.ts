import type { Matrix } from "../index.js";
import type { Frame, Layout } from "./layout.js";
import type { LegendEntry } from "./legend.js";
import { marker } from "./marker.js";
import { element, type Svg } from "./svg.js";
import { tone } from "./theme.js";

/**
 * A thin line keeps markers visible that are nearly as light or as dark as the paper, and overlapping ones
 * apart.
 */
const OUTLINE = { ...tone("line"), "stroke-width": "0.7", "stroke-linejoin": "round" } as const;

/** The markers of all points, class by class. */
export function points(x: Matrix, y: ArrayLike<number>, colors: readonly string[], layout: Layout): Svg {
  const size = markerSize(layout.frame);
  const classes = colors.map((fill, label) => ({ fill, draw: marker(label, size), markers: [] as Svg[] }));
  for (let i = 0; i < x.rows; i++) {
    const [right, up] = [x.data[2 * i] as number, x.data[2 * i + 1] as number];
    const { draw, markers } = classes[y[i] as number] as (typeof classes)[number];
    markers.push(draw(layout.x.position(right), layout.y.position(up)));
  }
  const groups = classes.map(({ fill, markers }, label) =>
    element("g", { "data-points": String(label), fill }, markers),
  );
  return element("g", OUTLINE, groups);
}

/** Markers are smaller in a small frame, so that they don't hide each other, and larger in a large one. */
function markerSize({ width, height }: Frame): number {
  return Math.min(Math.max(Math.sqrt(Math.min(width, height) / 400), 0.6), 1.5);
}

/** A legend entry for each class. */
export function pointsLegend(classes: readonly string[], colors: readonly string[]): LegendEntry[] {
  return classes.map((name, label) => ({
    name,
    sample: element("g", { ...OUTLINE, fill: colors[label] }, marker(label, 1)(0, 0)),
  }));
}
