import { shorten } from "./fit-text.js";
import { element, px, type Svg, text } from "./svg.js";
import { FONT, labelWidth, widest } from "./text-size.js";

/** A line of the legend: a name, and a sample of what it looks like, drawn around (0, 0). */
export interface LegendEntry {
  readonly name: string;
  readonly sample: Svg;
}

const ROW = 22;
/** From the left of a column to its text, and from the text to the next column. */
const SAMPLE = 28;
const GAP = 14;
/** Names wider than this are shortened. */
const MOST_WIDTH = 200;

/** A legend as SVG with its origin at the top left, in columns no higher than `height`, and its width. */
export function legend(entries: readonly LegendEntry[], height: number): { width: number; svg: Svg } {
  const rows = Math.max(1, Math.floor(height / ROW));
  const names = entries.map(({ name }) => shorten(name, MOST_WIDTH, labelWidth));
  const column = SAMPLE + widest(names, labelWidth) + GAP;
  const lines = entries.map(({ name, sample }, i) => {
    const short = names[i] as string;
    const x = Math.floor(i / rows) * column;
    const y = (i % rows) * ROW + ROW / 2;
    return element("g", {}, [
      short === name ? "" : text("title", name),
      element("g", { transform: `translate(${px(x + SAMPLE / 2 - 2)},${px(y)})` }, sample),
      text("text", short, { x: x + SAMPLE, y, dy: "0.35em", "font-size": FONT.label }),
    ]);
  });
  return { width: Math.ceil(entries.length / rows) * column, svg: lines.join("") };
}
