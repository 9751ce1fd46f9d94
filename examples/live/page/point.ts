import type { Frame, Inspection } from "../messages.js";
import { byHand } from "./by-hand.js";
import { element } from "./element.js";
import { formulasOf } from "./formulas.js";
import { largest, paintGrid } from "./grid.js";
import { words } from "./language.js";
import { decimal } from "./numbers-as-text.js";
import { onPoint } from "./on-point.js";
import { signedShades } from "./palette.js";
import { hint, panel } from "./panel.js";
import type { Session } from "./session.js";
import { unanswered } from "./unanswered.js";

/** A point's way through the layers and back. */
export function point(session: Session): HTMLElement {
  const layers = element("table", { className: "layers-of-point" });
  const hand = byHand();
  const body = element("div", { className: "of-point", hidden: true }, wide(layers), hand.element);
  const none = hint((texts) => texts.pointHint);
  const draw = (frame: Frame | undefined): void => {
    const inspection = frame?.inspection;
    body.hidden = inspection === undefined;
    none.hidden = !body.hidden;
    none.textContent = unanswered(session, words()) ?? words().pointHint;
    if (frame === undefined || inspection === undefined || !details.open) return;
    layers.replaceChildren(...layerRows(inspection));
    hand.draw(frame);
  };
  const details = panel((texts) => texts.point, none, body);
  const redraw = onPoint(session, draw);
  details.ontoggle = () => {
    session.want("parameters", "by hand", details.open);
    redraw();
  };
  return details;
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
  const shade = signedShades();
  paintGrid(strip, values.length, 1, (i) => shade((values[i] as number) / most));
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
