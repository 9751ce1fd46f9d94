import type { Frame } from "../messages.js";
import { byHand } from "./by-hand.js";
import { element } from "./element.js";
import { say, words } from "./language.js";
import { layersOfPoint } from "./layers-of-point.js";
import { onPoint } from "./on-point.js";
import { hint, panel } from "./panel.js";
import type { Session } from "./session.js";
import { unanswered } from "./unanswered.js";

/** A point's way through the layers and back. */
export function point(session: Session): HTMLElement {
  const layers = layersOfPoint();
  const hand = byHand();
  const table = element("div", { className: "wide", tabIndex: 0, role: "group" }, layers.element);
  say((texts) => {
    table.ariaLabel = texts.point;
  });
  const body = element("div", { className: "of-point", hidden: true }, table, hand.element);
  const none = hint((texts) => texts.pointHint);
  const draw = (frame: Frame | undefined): void => {
    const inspection = frame?.inspection;
    body.hidden = inspection === undefined;
    none.hidden = !body.hidden;
    none.textContent = unanswered(session, words()) ?? words().pointHint;
    if (frame === undefined || inspection === undefined || !details.open) return;
    layers.draw(inspection);
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
