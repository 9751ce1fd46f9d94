import type { Tick } from "./axis.js";
import { shorten } from "./fit-text.js";
import { type Layout, TICK } from "./layout.js";
import { element, px, type Svg, text } from "./svg.js";
import { FONT, labelWidth } from "./text-size.js";
import { tone } from "./theme.js";

const TICK_LINE = 5;

/** Thin lines across the frame at the ticks. They lie under everything else. */
export function grid({ frame, x, y }: Layout): Svg {
  const lines = [
    ...x.ticks.map(({ at }) => `M${px(at)},${px(frame.top)}v${px(frame.height)}`),
    ...y.ticks.map(({ at }) => `M${px(frame.left)},${px(at)}h${px(frame.width)}`),
  ];
  return element("path", { d: lines.join(""), ...tone("grid"), fill: "none" });
}

/** The line around the frame, its ticks with their labels, and the names of the axes, shortened if they are longer than these. */
export function axes({ frame, x, y }: Layout, xName: string, yName: string): Svg {
  const { left, top, width, height } = frame;
  const bottom = top + height;
  const ticks = [
    ...x.ticks.map(({ at }) => `M${px(at)},${px(bottom)}v${TICK_LINE}`),
    ...y.ticks.map(({ at }) => `M${px(left)},${px(at)}h${-TICK_LINE}`),
  ];
  const below = ({ at, label }: Tick) => text("text", label, { x: at, y: bottom + TICK + FONT.tick });
  const beside = ({ at, label }: Tick) => text("text", label, { x: left - TICK, y: at, dy: "0.35em" });
  const middle = top + height / 2;
  const [xShort, yShort] = [shorten(xName, width, labelWidth), shorten(yName, height, labelWidth)];
  return [
    element("rect", { x: left, y: top, width, height, fill: "none", ...tone("line") }),
    element("path", { d: ticks.join(""), ...tone("line"), fill: "none" }),
    element("g", { "font-size": FONT.tick, "text-anchor": "middle" }, x.ticks.map(below)),
    element("g", { "font-size": FONT.tick, "text-anchor": "end" }, y.ticks.map(beside)),
    element("g", { "font-size": FONT.label, "text-anchor": "middle" }, [
      text("text", xShort, { x: left + width / 2, y: bottom + 40 }),
      text("text", yShort, { x: 18, y: middle, transform: `rotate(-90,18,${px(middle)})` }),
    ]),
  ].join("");
}
