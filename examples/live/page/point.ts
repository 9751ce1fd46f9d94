import type { Frame, Inspection } from "../messages.js";
import { byHand } from "./by-hand.js";
import { element } from "./element.js";
import { formulasOf } from "./formulas.js";
import { largest, paintGrid } from "./grid.js";
import { say, words } from "./language.js";
import { markerPicture } from "./markers.js";
import { decimal } from "./numbers-as-text.js";
import { signedShade } from "./palette.js";
import { button, hint, panel } from "./panel.js";
import type { Session } from "./session.js";

/** A point's scores, probabilities, loss and gradient, and its way through the layers and back. */
export function point(session: Session): HTMLElement {
  const summary = element("p", { className: "summary" });
  const scores = element("table");
  const layers = element("table", { className: "layers-of-point" });
  const spoken = element("p", { className: "unseen", role: "status" });
  const forget = button(
    (texts) => texts.pointForget,
    () => {
      session.pinned = false;
      session.select(undefined);
    },
  );
  const hand = byHand(session);
  const body = element(
    "div",
    { className: "of-point" },
    summary,
    wide(scores),
    wide(layers),
    hand.element,
    forget,
  );
  const none = hint((texts) => texts.pointHint);
  let drawn = 0;

  const draw = (frame: Frame): void => {
    const { inspection } = frame;
    body.hidden = inspection === undefined || session.selected === undefined;
    none.hidden = !body.hidden;
    if (inspection === undefined || body.hidden || !details.open) return;
    // Digits that change faster can't be read, and cost time.
    if (frame.playing && performance.now() - drawn < 200 && isSame(inspection, session)) return;
    drawn = performance.now();
    const { x, y, label } = inspection.point;
    summary.replaceChildren(
      markerPicture(label),
      ` ${words().pointSummary(label, decimal(x), decimal(y))}. ${words().pointLoss}: L = −ln p`,
      element("sub", {}, String(label)),
      ` = ${decimal(inspection.loss, 4)}`,
    );
    scores.replaceChildren(...scoreRows(inspection));
    layers.replaceChildren(...layerRows(inspection));
    hand.draw(frame);
  };
  const details = panel((texts) => texts.point, none, body);
  details.open = true;
  body.hidden = true;
  const redraw = (): void => {
    drawn = 0;
    if (session.frame !== undefined) draw(session.frame);
  };
  say(redraw);
  details.ontoggle = redraw;
  session.on("selected", redraw);
  session.on("draw", draw);
  session.on("draw", ({ inspection }) => {
    if (inspection === undefined || !session.pinned || !isSame(inspection, session)) return;
    const said = `${inspection.point.x} ${inspection.point.y}`;
    if (spoken.dataset["point"] === said) return;
    spoken.dataset["point"] = said;
    spoken.textContent = sentence(inspection);
  });
  return element("div", {}, details, spoken);
}

function isSame({ point }: Inspection, { selected }: Session): boolean {
  return point.x === selected?.x && point.y === selected.y;
}

function sentence({ point, probabilities, loss }: Inspection): string {
  const predicted = probabilities.indexOf(Math.max(...probabilities));
  const probability = decimal(probabilities[point.label] as number);
  return words().pointRead(point.label, predicted, probability, decimal(loss));
}

function scoreRows({ point, scores, probabilities, gradient }: Inspection): HTMLElement[] {
  const { className, score, probability, gradientOfScore } = words();
  const head = [className, score, probability, gradientOfScore].map((name) =>
    element("th", { scope: "col" }, name),
  );
  const rows = Array.from(scores, (value, label) => {
    const share = probabilities[label] as number;
    const bar = element("meter", { value: share, min: 0, max: 1, ariaHidden: "true" });
    return element(
      "tr",
      { className: label === point.label ? "right" : "" },
      element("th", { scope: "row" }, markerPicture(label), ` ${label}`),
      element("td", {}, decimal(value)),
      element("td", {}, bar, ` ${decimal(share)}`),
      element("td", {}, decimal(gradient[label] as number)),
    );
  });
  return [element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)];
}

function layerRows({ layers }: Inspection): HTMLElement[] {
  const { layer, forward, back } = words();
  const head = [layer, forward, back].map((name) => element("th", { scope: "col" }, name));
  const rows = layers.map((one, i) => {
    const next = layers[i + 1];
    const back = next === undefined ? "∂L/∂s = p − 1(y)" : `${formulasOf(next.layer).back}`;
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, one.layer),
      element("td", {}, vector(formulasOf(one.layer).forward, one.output)),
      element("td", {}, vector(back, one.gradient)),
    );
  });
  return [element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)];
}

/** A formula with its numbers below, as colour and as digits. */
function vector(formula: string, values: Float64Array): HTMLElement {
  const strip = element("canvas", { className: "strip", ariaHidden: "true" });
  const most = largest(values);
  paintGrid(strip, values.length, 1, (i) => signedShade((values[i] as number) / most));
  const digits = Array.from(values, (value) => decimal(value)).join("  ");
  return element(
    "div",
    { className: "vector" },
    element("span", { className: "formula" }, formula),
    strip,
    element("div", { className: "digits", tabIndex: 0, role: "group", ariaLabel: formula }, digits),
  );
}

function wide(table: HTMLElement): HTMLElement {
  return element("div", { className: "wide", tabIndex: 0 }, table);
}
