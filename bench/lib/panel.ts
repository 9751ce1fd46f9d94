import { scaleLog } from "d3-scale";
import type { Spread } from "./statistics.js";
import { element, text } from "./svg.js";
import { count, figure } from "./tables/markdown.js";

/** A line of a panel. */
export interface Bar {
  readonly label: string;
  readonly value: Spread;
  /** Whether it is drawn in the colour of spiralnet. */
  readonly ours: boolean;
}

const NAMES = 230;
const EDGE = 14;
const FIGURES = 80;
const HEAD = 30;
const ROW = 20;
const [GRID, LINE, OURS, OTHERS] = ["#e6e6e6", "#333333", "#0072b2", "#8c8c8c"];

/** One job: names on the left, a dot and a line each on a logarithmic scale, figures on the right. */
export function panel(title: string, bars: readonly Bar[], width: number): { svg: string; height: number } {
  const bottom = HEAD + bars.length * ROW;
  const scale = scaleLog()
    .domain([
      Math.min(...bars.map(({ value }) => value.min)),
      Math.max(...bars.map(({ value }) => value.max)),
    ])
    .range([NAMES, width - FIGURES - EDGE])
    .nice();
  // Powers of ten: there is room for their figures, however long.
  const ticks = scale.ticks().filter((value) => value === 10 ** Math.round(Math.log10(value)));
  const grid = ticks.map((value) => `M${scale(value).toFixed(1)},${HEAD}V${bottom}`).join("");
  const rows = bars.map(({ label, value, ours }, i) => {
    const y = HEAD + (i + 0.5) * ROW;
    const color = ours ? OURS : OTHERS;
    const weight = ours ? "bold" : "normal";
    return [
      text(label, { x: NAMES - 12, y, dy: "0.35em", "text-anchor": "end", "font-weight": weight }),
      element("path", {
        d: `M${scale(value.min).toFixed(1)},${y}H${scale(value.max).toFixed(1)}`,
        stroke: color,
        "stroke-width": 3,
      }),
      element("circle", { cx: scale(value.median), cy: y, r: 5, fill: color }),
      text(figure(value.median), {
        x: width - EDGE,
        y,
        dy: "0.35em",
        "text-anchor": "end",
        "font-weight": weight,
      }),
    ].join("");
  });
  const svg = [
    text(title, { x: EDGE, y: 14, "font-size": 15, "font-weight": "bold" }),
    element("path", { d: grid, stroke: GRID, fill: "none" }),
    element("path", { d: `M${NAMES},${bottom}H${width - FIGURES - EDGE}`, stroke: LINE, fill: "none" }),
    element("g", { "font-size": 12 }, ...rows),
    element(
      "g",
      { "font-size": 12, "text-anchor": "middle" },
      ...ticks.map((value) =>
        text(value < 1000 ? String(value) : count(value), { x: scale(value), y: bottom + 16 }),
      ),
    ),
  ];
  return { svg: svg.join(""), height: bottom + 16 };
}
