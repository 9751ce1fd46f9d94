import { attribute, everyElement, numberIn, parseSvg, type SvgElement } from "./svg-document.js";

/**
 * The frame of a picture, and the places of numbers in it as a reader with a ruler finds them from the ticks.
 */
export interface ReadFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xLabels: readonly string[];
  readonly yLabels: readonly string[];
}

export function readFrame(svg: string): ReadFrame {
  const elements = everyElement(parseSvg(svg));
  const frame = elements.find((element) => element.name === "rect" && attribute(element, "fill") === "none");
  if (frame === undefined) throw new Error("no frame");
  const ticks = elements.filter(({ attributes }) => attributes["font-size"] === "12");
  const [xTicks, yTicks] = ["middle", "end"].map(
    (anchor) => ticks.find(({ attributes }) => attributes["text-anchor"] === anchor)?.children ?? [],
  ) as [SvgElement[], SvgElement[]];
  return {
    left: numberIn(frame, "x"),
    top: numberIn(frame, "y"),
    width: numberIn(frame, "width"),
    height: numberIn(frame, "height"),
    x: ruler(xTicks, "x"),
    y: ruler(yTicks, "y"),
    xLabels: xTicks.map(({ text }) => text),
    yLabels: yTicks.map(({ text }) => text),
  };
}

function ruler(ticks: readonly SvgElement[], attribute: string): (value: number) => number {
  return (value) => {
    const [first, last] = [ticks[0], ticks.at(-1)] as [SvgElement, SvgElement];
    const [from, to] = [numberIn(first, attribute), numberIn(last, attribute)];
    const [low, high] = [labelled(first), labelled(last)];
    return from + ((value - low) / (high - low)) * (to - from);
  };
}

/** The number that a label shows; its minus sign is not a hyphen. */
export function labelled({ text }: Pick<SvgElement, "text">): number {
  return Number(text.replace("−", "-").replaceAll(",", ""));
}
