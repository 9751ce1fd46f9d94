import type { Frame, Inspection, ParameterNumbers } from "../messages.js";
import { element, newId } from "./element.js";
import { say, words } from "./language.js";
import { bracketed, fraction, math, number, row, series, slope, sub, sup } from "./math.js";

/** One unit of one Dense layer for the point that is looked at: each number put into its formula. */
export function byHand(): { element: HTMLElement; draw(frame: Frame): void } {
  const menu = element("select", { id: newId() });
  const label = element("label", { htmlFor: menu.id });
  const lines = element("ol", { className: "by-hand" });
  const box = element("div", { className: "wide", tabIndex: 0, role: "group" }, lines);
  let units: string | undefined;

  const fill = (inspection: Inspection): void => {
    const dense = inspection.layers.flatMap(({ layer, output }, i) =>
      layer.startsWith("Dense") ? Array.from(output, (_, unit) => ({ layer, i, unit })) : [],
    );
    const key = dense.map(({ layer }) => layer).join();
    if (key === units) return;
    units = key;
    const options = dense.map(({ layer, i, unit }) =>
      element("option", { value: `${i} ${unit}` }, `${i}. ${layer}, ${unit}`),
    );
    menu.replaceChildren(...options);
  };
  const draw = (frame: Frame): void => {
    const { inspection, parameters } = frame;
    last = frame;
    if (inspection === undefined) return;
    fill(inspection);
    const [layer, unit] = menu.value.split(" ").map(Number) as [number, number];
    const find = (kind: string) => parameters.find(({ name }) => name === `${layer}.${kind}`);
    const steps = [
      ...stepsOfUnit(inspection, layer, unit, find("weights"), find("biases")),
      ...stepsOfLoss(inspection),
    ];
    lines.replaceChildren(...steps.map((step) => element("li", {}, ...step)));
  };
  let last: Frame | undefined;
  menu.onchange = () => {
    if (last !== undefined) draw(last);
  };
  say((texts) => {
    label.textContent = texts.byHand;
    box.ariaLabel = texts.byHandSteps;
  });
  return { element: element("div", {}, element("div", { className: "field" }, label, menu), box), draw };
}

/** A formula with its numbers, and words behind it. */
type Step = readonly (MathMLElement | string)[];

function stepsOfUnit(
  { layers, point }: Inspection,
  layer: number,
  unit: number,
  weights: ParameterNumbers | undefined,
  biases: ParameterNumbers | undefined,
): Step[] {
  const z = layers[layer]?.output[unit];
  const gradient = layers[layer]?.gradient[unit];
  // The frame may be one from before the numbers were asked for.
  if (weights === undefined || biases === undefined || z === undefined || gradient === undefined) return [];
  const inputs = Array.from(layers[layer - 1]?.output ?? [point.x, point.y]);
  const weight = (i: number): number => weights.values[i * weights.cols + unit] as number;
  const products = inputs.map((input, i) => row(bracketed(input), "·", bracketed(weight(i))));
  const bias = bracketed(biases.values[unit] as number);
  const slopes = inputs.map((input) => row(bracketed(input), "·", bracketed(gradient)));
  const [xi, wi] = [sub("x", "i"), sub("w", "i")];
  return [
    [math`z = ${sub("∑", "i")} ${xi} ${wi} + b = ${series(products, "+")} + ${bias} = ${number(z)}`],
    [math`${slope(sub("w", "i"))} = ${sub("x", "i")} · ${slope("z")} = ${series(slopes, ",")}`],
    [math`${slope("b")} = ${slope("z")} = ${number(gradient)}`],
  ];
}

function stepsOfLoss({ point: { label }, scores, probabilities, loss }: Inspection): Step[] {
  const power = (score: number): MathMLElement => sup("e", number(score));
  const sum = row(
    ...Array.from(scores).flatMap((score, i) => (i === 0 ? [power(score)] : ["+", power(score)])),
  );
  const p = probabilities[label] as number;
  return [
    [math`p = ${fraction(power(scores[label] as number), sum)} = ${number(p)}`],
    [math`L = −ln(p) = −ln(${number(p)}) = ${number(loss)}`],
    [math`${slope("s")} = p − 1 = ${number(p)} − 1 = ${number(p - 1)}`, ` (${words().classNamed(label)})`],
  ];
}
