import type { Matrix } from "../matrix/matrix.js";
import type { Frame, Layout } from "./layout.js";
import type { LegendEntry } from "./legend.js";
import { marker } from "./marker.js";
import { element, type Svg } from "./svg.js";

/** A thin dark line that keeps a light marker visible on white, and overlapping ones apart. */
const OUTLINE = { stroke: "#222222", "stroke-width": "0.7", "stroke-linejoin": "round" } as const;

/** The markers of all points, class by class. */
export function points(x: Matrix, y: ArrayLike<number>, colors: readonly string[], layout: Layout): Svg {
  const size = markerSize(layout.frame);
  const classes: Svg[][] = colors.map(() => []);
  for (let i = 0; i < x.rows; i++) {
    const label = y[i] as number;
    const [right, up] = [x.data[2 * i] as number, x.data[2 * i + 1] as number];
    classes[label]?.push(marker(label, layout.x.position(right), layout.y.position(up), size));
  }
  const groups = classes.map((markers, label) =>
    element("g", { "data-points": String(label), fill: colors[label] }, ...markers),
  );
  return element("g", OUTLINE, ...groups);
}

/** Smaller markers in a small frame, so that they don't hide each other, and somewhat larger ones in a large frame. */
function markerSize({ width, height }: Frame): number {
  return Math.min(Math.max(Math.sqrt(Math.min(width, height) / 400), 0.6), 1.5);
}

/** What each class looks like. */
export function pointsLegend(colors: readonly string[]): LegendEntry[] {
  return colors.map((fill, label) => ({
    name: `class ${label}`,
    sample: element("g", { ...OUTLINE, fill }, marker(label, 0, 0, 1)),
  }));
}
