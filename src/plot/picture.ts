import { axes } from "./axes.js";
import { type Contents, type Layout, layOut, TITLE_LINE } from "./layout.js";
import { type LegendEntry, legend } from "./legend.js";
import type { CheckedOptions } from "./picture-options.js";
import { element, px, type Svg, text } from "./svg.js";
import { FONT, textWidth } from "./text-size.js";

/** What a picture shows, beside what the options say. */
export interface PictureContents extends Pick<Contents, "domains" | "kinds"> {
  /** For those who can't see the picture. */
  readonly description: string;
  readonly xName: string;
  readonly yName: string;
  readonly legend: readonly LegendEntry[];
  /** What is inside of the frame. */
  readonly draw: (layout: Layout) => Svg;
}

/** A picture with its frame, axes, title and legend, as a document of its own. */
export function picture(operation: string, options: CheckedOptions, contents: PictureContents): Svg {
  const { title = "", width, height } = options;
  const { description, xName, yName } = contents;
  const layout = layOut(operation, {
    ...contents,
    title,
    width,
    height,
    legendWidth: (frameHeight) => legend(contents.legend, frameHeight).width,
  });
  const { frame } = layout;
  const name = layout.title.length > 0 ? title : description;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${px(width)} ${px(height)}`,
      role: "img",
      "aria-label": name,
      "font-family": "Helvetica, Arial, sans-serif",
      fill: "#222222",
    },
    text("title", name),
    text("desc", description),
    element("rect", { width, height, fill: "#ffffff" }),
    contents.draw(layout),
    axes(layout, xName, yName),
    heading(layout, width),
    element(
      "g",
      { transform: `translate(${px(frame.left + frame.width + 12)},${px(frame.top)})` },
      legend(contents.legend, frame.height).svg,
    ),
  );
}

/** The title above the middle of the frame, or as near to it as its length allows. */
function heading({ frame, title }: Layout, width: number): Svg {
  const half = Math.max(0, ...title.map((line) => textWidth(line, FONT.title))) / 2;
  const x = Math.max(half, Math.min(frame.left + frame.width / 2, width - half));
  const y = frame.top - 10;
  const lines = title.map((line, i) => text("text", line, { x, y: y - (title.length - 1 - i) * TITLE_LINE }));
  const style = { "font-size": FONT.title, "font-weight": "bold", "text-anchor": "middle" };
  return lines.length === 0 ? "" : element("g", style, ...lines);
}
