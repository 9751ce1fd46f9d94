import type { Frame, Inspection, ParameterNumbers } from "../messages.js";
import { element, newId } from "./element.js";
import { say, words } from "./language.js";
import { factor } from "./numbers-as-text.js";

/** One unit of one Dense layer for the point that is looked at: each number put into its formula. */
export function byHand(): { element: HTMLElement; draw(frame: Frame): void } {
  const menu = element("select", { id: newId() });
  const label = element("label", { htmlFor: menu.id });
  const lines = element("ol", { className: "by-hand" });
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
    const texts = steps(inspection, layer, unit, find("weights"), find("biases"));
    lines.replaceChildren(...texts.map((text) => element("li", {}, text)));
  };
  let last: Frame | undefined;
  menu.onchange = () => {
    if (last !== undefined) draw(last);
  };
  say((texts) => {
    label.textContent = texts.byHand;
  });
  return {
    element: element(
      "div",
      {},
      element("div", { className: "field" }, label, menu),
      element("div", { className: "wide", tabIndex: 0 }, lines),
    ),
    draw,
  };
}

function steps(
  { layers, point, scores, probabilities, loss }: Inspection,
  layer: number,
  unit: number,
  weights: ParameterNumbers | undefined,
  biases: ParameterNumbers | undefined,
): string[] {
  const { label } = point;
  const lines: string[] = [];
  const inputs = layers[layer - 1]?.output ?? Float64Array.of(point.x, point.y);
  const current = layers[layer];
  const ofUnit = { output: current?.output[unit], gradient: current?.gradient[unit] };
  if (
    weights !== undefined &&
    biases !== undefined &&
    ofUnit.output !== undefined &&
    ofUnit.gradient !== undefined
  ) {
    const column = Array.from(inputs, (_, i) => weights.values[i * weights.cols + unit] as number);
    const products = column.map((weight, i) => `${bracketed(inputs[i] as number)}·${bracketed(weight)}`);
    const bias = bracketed(biases.values[unit] as number);
    lines.push(`z = Σ xᵢ wᵢ + b = ${shortened(products)} + ${bias} = ${factor(ofUnit.output)}`);
    const slopes = Array.from(inputs, (x) => `${bracketed(x)}·${bracketed(ofUnit.gradient as number)}`);
    lines.push(`∂L/∂wᵢ = xᵢ · ∂L/∂z = ${shortened(slopes, ", ")}`);
    lines.push(`∂L/∂b = ∂L/∂z = ${factor(ofUnit.gradient)}`);
  }
  const powers = Array.from(scores, (score) => `e^${bracketed(score)}`).join(" + ");
  const p = probabilities[label] as number;
  lines.push(`p = e^${bracketed(scores[label] as number)} / (${powers}) = ${factor(p)}`);
  lines.push(`L = −ln ${factor(p)} = ${factor(loss)}`);
  lines.push(`∂L/∂s = p − 1 = ${factor(p)} − 1 = ${factor(p - 1)} (${words().classNamed(label)})`);
  return lines;
}

/** The first terms of many. */
function shortened(terms: readonly string[], between = " + "): string {
  const shown = terms.slice(0, 5).join(between);
  return terms.length > 5 ? `${shown}${between}… (${terms.length})` : shown;
}

function bracketed(value: number): string {
  return value < 0 ? `(${factor(value)})` : factor(value);
}
