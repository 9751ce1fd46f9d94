import { axes } from "./axes.js";
import { type Contents, type Layout, layOut, NOTE_LINE, TITLE_LINE } from "./layout.js";
import { type LegendEntry, legend } from "./legend.js";
import type { CheckedOptions } from "./picture-options.js";
import { element, px, type Svg, text } from "./svg.js";
import { FONT, labelWidth, titleWidth, widest } from "./text-size.js";
import { DARK_STYLE, tone } from "./theme.js";

/** What a picture shows, apart from its options. */
export interface PictureContents extends Pick<Contents, "domains" | "kinds" | "note"> {
  /** For readers who can't see the picture. */
  readonly description: string;
  /** The names of the axes if the options give none. */
  readonly xName: string;
  readonly yName: string;
  readonly legend: readonly LegendEntry[];
  /** Draws what is inside the frame. */
  readonly draw: (layout: Layout) => Svg;
}

/** A document with a frame, axes, title and legend. */
export function picture(operation: string, options: CheckedOptions, contents: PictureContents): Svg {
  const { title = "", width, height, xLabel = contents.xName, yLabel = contents.yName } = options;
  const { description } = contents;
  const layout = layOut(operation, {
    ...contents,
    title,
    width,
    height,
    legendWidth: (frameHeight) => legend(contents.legend, frameHeight).width,
  });
  const { frame } = layout;
  const name = layout.title.length > 0 ? title : description;
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${px(width)} ${px(height)}`,
    role: "img",
    "aria-label": name,
    "font-family": "Helvetica, Arial, sans-serif",
    ...tone("ink"),
  };
  const besideFrame = { transform: `translate(${px(frame.left + frame.width + 12)},${px(frame.top)})` };
  return element("svg", attributes, [
    text("title", name),
    text("desc", description),
    DARK_STYLE,
    element("rect", { width, height, ...tone("paper") }),
    contents.draw(layout),
    axes(layout, xLabel, yLabel),
    heading(layout, contents.note, width),
    element("g", besideFrame, legend(contents.legend, frame.height).svg),
  ]);
}

/** The title and the note under it, above the middle of the frame if they are short enough. */
function heading({ frame, title }: Layout, note: string, width: number): Svg {
  const half = Math.max(widest(title, titleWidth), labelWidth(note)) / 2;
  const x = Math.max(half, Math.min(frame.left + frame.width / 2, width - half));
  const bottom = frame.top - 10;
  const last = bottom - (note === "" ? 0 : NOTE_LINE);
  const lines = title.map((line, i) =>
    text("text", line, { x, y: last - (title.length - 1 - i) * TITLE_LINE }),
  );
  const style = { "font-size": FONT.title, "font-weight": "bold", "text-anchor": "middle" };
  return [
    lines.length === 0 ? "" : element("g", style, lines),
    note === "" ? "" : text("text", note, { x, y: bottom, "font-size": FONT.label, "text-anchor": "middle" }),
  ].join("");
}
