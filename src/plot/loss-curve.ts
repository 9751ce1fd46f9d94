import { wrongType } from "../errors/wrong.js";
import { grid } from "./axes.js";
import { type Domain, domainOf, LIMIT, padShare } from "./domain.js";
import type { Layout } from "./layout.js";
import { type Curve, checkAboveZero, curvesOf, type LossAt, type LossHistory } from "./loss-history.js";
import { chooseColors } from "./palette.js";
import { picture } from "./picture.js";
import { checkPictureOptions, type PictureOptions } from "./picture-options.js";
import { polyline } from "./polyline.js";
import { type Attributes, element, type Svg } from "./svg.js";

/** Options of `lossCurve`. */
export interface LossCurveOptions extends PictureOptions {
  /** `"log"` for losses of many orders of magnitude, all above 0; `"linear"` by default. */
  readonly scale?: "linear" | "log" | undefined;
}

/** Curves differ in their dashes too, for readers who don't see the colours. */
const DASHES: readonly (string | undefined)[] = [undefined, "8 4", "2 4", "10 4 2 4"];

/**
 * Draws the loss over the iterations, as the text of an SVG document. An empty history makes an empty frame,
 * a single loss a dot.
 *
 * @param history - the losses of iterations 0, 1, 2 and so on, or a list of `{ iteration, loss }`; or an
 * object with several such lists, whose keys name the curves in the legend
 * @throws TypeError or RangeError if a loss is not a number from -1e300 to 1e300 (from 1e-300 on a
 * logarithmic axis), if iterations don't ascend, or if an option is unknown or wrong; RangeError if there are
 * more curves than colours (the palette has 16), or if title, legend and labels leave no room for the frame
 * @example
 * ```ts
 * import { lossCurve } from "spiralnet/plot";
 *
 * const one = lossCurve([1.1, 0.9, 0.8], { title: "Training" });
 * const two = lossCurve(
 *   { training: [1.1, 0.9, 0.8], validation: [1.1, 1.0, 0.95] },
 *   { scale: "log" },
 * );
 * [one, two].every((svg) => svg.startsWith("<svg")); // => true
 * ```
 */
export function lossCurve(
  history: LossHistory | Readonly<Record<string, LossHistory>>,
  options: LossCurveOptions = {},
): string {
  const checked = checkPictureOptions("lossCurve", options, ["scale"]);
  const { scale = "linear" } = options;
  if (scale !== "linear" && scale !== "log") {
    wrongType("lossCurve: scale", scale, '"linear" or "log"');
  }
  const curves = curvesOf("lossCurve", history);
  if (scale === "log") checkAboveZero("lossCurve", curves);
  const colors = chooseColors("lossCurve", curves.length, "curves", checked.colors);
  const all = curves.flatMap(({ points }) => points);
  const iterations = all.map(({ iteration }) => iteration);
  const xDomain = domainOf("lossCurve: iteration", iterations, { ifEmpty: [0, 1] });
  const losses = all.map(({ loss }) => loss);
  const yDomain = scale === "log" ? logDomain(losses) : linearDomain(losses);
  return picture("lossCurve", checked, {
    description: describe(curves, options),
    note: "",
    xName: "iteration",
    yName: "loss",
    kinds: [iterations.every(Number.isInteger) ? "integer" : "linear", scale],
    legend: curves
      .map(({ name }, i) => ({ name, sample: element("path", { d: "M-12,0h24", ...stroke(i, colors) }) }))
      .filter(({ name }) => name !== ""),
    domains: () => [padShare(xDomain, 0.02), yDomain],
    draw: (layout) => grid(layout) + curves.map((curve, i) => draw(curve, i, colors, layout)).join(""),
  });
}

/** From the lowest to the highest loss, with some room. */
function linearDomain(losses: readonly number[]): Domain {
  const aroundOne = (size: number) => (size > 1 / LIMIT ? size / 10 : 1);
  return padShare(domainOf("lossCurve: loss", losses, { ifEmpty: [0, 1], aroundOne }), 0.05);
}

/**
 * The same by factors: a share of the decades as room, but a decade around equal losses, and never so many as
 * to reach 0 or Infinity.
 */
function logDomain(losses: readonly number[]): Domain {
  const rules = { ifEmpty: [0.1, 1], least: 1 / LIMIT, aroundOne: () => 0 } as const;
  const [low, high] = domainOf("lossCurve: loss on a log scale", losses, rules);
  const decades = Math.log10(high) - Math.log10(low);
  const factor = 10 ** (decades === 0 ? 1 : Math.min(0.05 * decades, 5));
  return [low / factor, high * factor];
}

function draw({ points }: Curve, index: number, colors: readonly string[], { x, y }: Layout): Svg {
  const places = points.map(({ iteration, loss }) => [x.position(iteration), y.position(loss)] as const);
  const [first] = places;
  if (first === undefined) return "";
  if (places.length === 1)
    return element("circle", { cx: first[0], cy: first[1], r: 3, fill: colors[index] });
  return element("path", { "data-curve": String(index), d: polyline(places), ...stroke(index, colors) });
}

function stroke(index: number, colors: readonly string[]): Attributes {
  return {
    fill: "none",
    stroke: colors[index],
    "stroke-width": "2",
    "stroke-linejoin": "round",
    "stroke-dasharray": DASHES[index % DASHES.length],
  };
}

function describe(curves: readonly Curve[], { xLabel, yLabel }: PictureOptions): string {
  const subjectOf = (name: string) => {
    if (yLabel) return [yLabel.charAt(0).toUpperCase() + yLabel.slice(1), name].filter(Boolean).join(", ");
    return name === "" ? "Loss curve" : `Loss curve ${name}`;
  };
  const sentences = curves.map(({ name, points }) => {
    const subject = subjectOf(name);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return `${subject}: no losses.`;
    const at = ({ iteration, loss }: LossAt) =>
      `${Number(loss.toPrecision(4))} at ${xLabel || "iteration"} ${iteration}`;
    return first === last ? `${subject}: ${at(first)}.` : `${subject}: from ${at(first)} to ${at(last)}.`;
  });
  return sentences.join(" ") || "No loss curves.";
}
