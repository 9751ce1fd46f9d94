import type { Inspection } from "../messages.js";
import { element } from "./element.js";
import { gradientOfScores } from "./formulas.js";
import { say, words } from "./language.js";
import { markerPicture } from "./markers.js";
import { math, number, sub } from "./math.js";
import { decimal } from "./numbers-as-text.js";
import { onPoint } from "./on-point.js";
import { hint } from "./panel.js";
import type { Session } from "./session.js";
import { unanswered } from "./unanswered.js";

/** Scores, probabilities, loss and gradient of the point that is looked at. */
export function pointScores(session: Session): HTMLElement {
  const title = element("h2");
  const summary = element("p", { className: "summary" });
  const table = element("table");
  const spoken = element("p", { className: "unseen", role: "status" });
  const body = element("div", { hidden: true }, summary, table);
  const none = hint((texts) => texts.pointHint);
  let said: string | undefined;

  onPoint(session, (frame) => {
    const inspection = frame?.inspection;
    body.hidden = inspection === undefined;
    none.hidden = !body.hidden;
    none.textContent = unanswered(session, words()) ?? words().pointHint;
    if (inspection === undefined) return;
    summary.replaceChildren(...summaryOf(inspection));
    table.replaceChildren(...scoreRows(inspection));
    const { x, y } = inspection.point;
    // Once for each point: numbers that change all the time are no use to a listener.
    if (!session.pinned || said === `${x} ${y}`) return;
    said = `${x} ${y}`;
    spoken.textContent = sentence(inspection);
  });
  say((texts) => {
    title.textContent = texts.pointTitle;
  });
  return element("div", { className: "point-scores" }, title, none, body, spoken);
}

function summaryOf({ point: { x, y, label }, loss }: Inspection): (Node | string)[] {
  return [
    markerPicture(label),
    ` ${words().pointSummary(label, decimal(x, 2), decimal(y, 2))}`,
    element("br"),
    `${words().pointLoss} `,
    math`L = −ln(${sub("p", String(label))}) = ${number(loss)}`,
  ];
}

function sentence({ point, probabilities, loss }: Inspection): string {
  const predicted = probabilities.indexOf(Math.max(...probabilities));
  const probability = decimal(probabilities[point.label] as number);
  return words().pointRead(point.label, predicted, probability, decimal(loss));
}

function scoreRows({ point, scores, probabilities, gradient }: Inspection): HTMLElement[] {
  const { className, score } = words();
  const head = [[className], [`${score} `, math`s`], [math`p = softmax(s)`], [gradientOfScores()]].map(
    (name) => element("th", { scope: "col" }, ...name),
  );
  const rows = Array.from(scores, (value, label) => {
    const share = probabilities[label] as number;
    return element(
      "tr",
      { className: label === point.label ? "right" : "" },
      element("th", { scope: "row" }, markerPicture(label), ` ${label}`),
      element("td", {}, decimal(value)),
      element("td", {}, decimal(share)),
      element("td", {}, decimal(gradient[label] as number)),
    );
  });
  return [element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows)];
}
