import { element, px, type Svg, text } from "./svg.js";
import { FONT, textWidth } from "./text-size.js";

/** A line of the legend: a name and, around (0, 0), what it looks like in the picture. */
export interface LegendEntry {
  readonly name: string;
  readonly sample: Svg;
}

const ROW = 22;
/** From the left of a column to its text, and from the text to the next column. */
const SAMPLE = 28;
const GAP = 14;

/** A legend as SVG with its origin at the top left, in columns no higher than `height`, and how wide that makes it. */
export function legend(entries: readonly LegendEntry[], height: number): { width: number; svg: Svg } {
  const rows = Math.max(1, Math.floor(height / ROW));
  const columns = Math.ceil(entries.length / rows);
  const column = Math.max(0, ...entries.map(({ name }) => textWidth(name, FONT.label))) + SAMPLE + GAP;
  const lines = entries.map(({ name, sample }, i) => {
    const x = Math.floor(i / rows) * column;
    const y = (i % rows) * ROW + ROW / 2;
    return (
      element("g", { transform: `translate(${px(x + SAMPLE / 2 - 2)},${px(y)})` }, sample) +
      text("text", name, { x: x + SAMPLE, y, dy: "0.35em", "font-size": FONT.label })
    );
  });
  return { width: columns * column, svg: lines.join("") };
}
