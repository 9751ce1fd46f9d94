import { wrongType } from "../errors/wrong.js";
import { grid } from "./axes.js";
import { type Domain, domainOf, padShare } from "./domain.js";
import type { Layout } from "./layout.js";
import { type Curve, checkAboveZero, curvesOf, type LossAt, type LossHistory } from "./loss-history.js";
import { chooseColors } from "./palette.js";
import { picture } from "./picture.js";
import { checkPictureOptions, type PictureOptions } from "./picture-options.js";
import { polyline } from "./polyline.js";
import { type Attributes, element, type Svg } from "./svg.js";

/** What can be chosen of a loss curve. */
export interface LossCurveOptions extends PictureOptions {
  /** Whether the axis of the loss is logarithmic, for losses of many sizes; `"linear"` if not given. */
  readonly scale?: "linear" | "log";
}

/** What curves look like beside their colours, for readers who don't see those: solid, dashed, dotted, mixed. */
const DASHES: readonly (string | undefined)[] = [undefined, "8 4", "2 4", "10 4 2 4"];

/**
 * A picture of how the loss changed, as the text of an SVG document. An empty history makes an empty frame, a single loss a dot.
 *
 * @param history - losses of iteration 0, 1, 2 and so on, or `{ iteration, loss }` each; or an object with several such lists, whose keys
 * then name the curves in the legend
 * @throws TypeError or RangeError if a loss is not a finite number (above 0 on a logarithmic scale), if iterations don't ascend, or if an
 * option is unknown or not of its kind; RangeError if there are more curves than colours (the palette has 16), or width and height are too small
 * @example
 * ```ts
 * import { lossCurve } from "spiralnet/plot";
 *
 * const one = lossCurve([1.1, 0.9, 0.8], { title: "Training" });
 * const two = lossCurve({ training: [1.1, 0.9, 0.8], validation: [1.1, 1.0, 0.95] }, { scale: "log" });
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
  const colors = chooseColors("lossCurve", curves.length, "curves", options.colors);
  const all = curves.flatMap(({ points }) => points);
  const iterations = all.map(({ iteration }) => iteration);
  const xDomain = domainOf("lossCurve: iteration", iterations, [0, 1]);
  const yDomain = lossDomain(
    scale,
    all.map(({ loss }) => loss),
  );
  return picture("lossCurve", checked, {
    description: describe(curves),
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
function lossDomain(scale: "linear" | "log", losses: readonly number[]): Domain {
  if (scale === "linear") return padShare(domainOf("lossCurve: loss", losses, [0, 1]), 0.05);
  const [low, high] = padShare(domainOf("lossCurve: loss", losses.map(Math.log10), [-1, 0]), 0.05);
  return [10 ** low, 10 ** high];
}

function draw({ points }: Curve, index: number, colors: readonly string[], { x, y }: Layout): Svg {
  const places = points.map(({ iteration, loss }) => [x.position(iteration), y.position(loss)] as const);
  const [first, ...more] = places;
  if (first === undefined) return "";
  if (more.length === 0) return element("circle", { cx: first[0], cy: first[1], r: 3, fill: colors[index] });
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

function describe(curves: readonly Curve[]): string {
  const sentences = curves.map(({ name, points }) => {
    const subject = name === "" ? "Loss curve" : `Loss curve ${name}`;
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return `${subject}: no losses.`;
    const at = ({ iteration, loss }: LossAt) => `${Number(loss.toPrecision(4))} at iteration ${iteration}`;
    return first === last ? `${subject}: ${at(first)}.` : `${subject}: from ${at(first)} to ${at(last)}.`;
  });
  return sentences.join(" ") || "No loss curves.";
}
