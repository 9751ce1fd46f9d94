import { scaleLinear, scaleLog } from "d3-scale";
import type { CurvePoint } from "../messages.js";
import { element, newId } from "./element.js";
import { say, words } from "./language.js";
import { decimal, whole } from "./numbers-as-text.js";
import { BLUE, canvasColors, VERMILION } from "./palette.js";
import type { Session } from "./session.js";
import { cleared, keepSharp } from "./sharp-canvas.js";
import { onTheme } from "./theme.js";

const MARGIN = { left: 44, right: 10, top: 10, bottom: 24 };

/** The loss of training and test over the iterations. */
export function curve(session: Session): HTMLElement {
  const canvas = element("canvas", { className: "curve", role: "img" });
  const log = element("input", { type: "checkbox", id: newId() });
  const logLabel = element("label", { htmlFor: log.id });
  const caption = element("figcaption");
  const draw = (): void => drawCurve(canvas, session.curve, log.checked);
  const label = (): void => {
    const last = session.curve.at(-1);
    canvas.ariaLabel =
      last === undefined ? words().curve : words().curveLabel(whole(last.iteration), decimal(last.loss));
  };
  session.on("draw", draw);
  log.onchange = draw;
  keepSharp(canvas, draw);
  onTheme(draw);
  setInterval(label, 2000);
  say((texts) => {
    logLabel.textContent = texts.logScale;
    caption.textContent = texts.curve;
    label();
    draw();
  });
  const head = element(
    "div",
    { className: "head" },
    caption,
    element("span", { className: "check" }, log, logLabel),
  );
  return element("figure", { className: "curve-and-scale" }, head, canvas);
}

function drawCurve(canvas: HTMLCanvasElement, points: readonly CurvePoint[], logarithmic: boolean): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const { left, right, top, bottom } = MARGIN;
  const context = cleared(canvas);
  const { ink, quiet, line } = canvasColors();
  const losses = points.flatMap(({ loss, testLoss }) => (testLoss === undefined ? [loss] : [loss, testLoss]));
  const most = losses.reduce((a, b) => Math.max(a, b), 1e-9);
  const least = losses.reduce((a, b) => Math.min(a, b), most);
  const x = scaleLinear([0, Math.max(points.at(-1)?.iteration ?? 0, 100)], [left, width - right]);
  const y = logarithmic
    ? scaleLog([Math.max(least, 1e-9), most * 1.05], [height - bottom, top])
    : scaleLinear([0, most * 1.05], [height - bottom, top]);

  context.font = "11px system-ui, sans-serif";
  context.lineWidth = 1;
  context.strokeStyle = line;
  context.fillStyle = quiet;
  context.textBaseline = "middle";
  context.textAlign = "right";
  const format = y.tickFormat(4);
  for (const tick of y.ticks(4)) {
    // The loss of a training that diverges needs a power of ten, for which there is little room.
    const text = most < 1e5 || tick === 0 ? format(tick) : tick.toExponential().replace("+", "");
    if (format(tick) === "") continue;
    horizontal(context, left, width - right, y(tick));
    context.fillText(text, left - 6, y(tick), left - 6);
  }
  context.textAlign = "center";
  for (const tick of x.ticks(Math.max(2, Math.floor(width / 90)))) {
    const text = whole(tick);
    const half = context.measureText(text).width / 2;
    context.fillText(text, Math.min(x(tick), width - half), height - bottom + 13);
  }
  context.strokeStyle = quiet;
  horizontal(context, left, width - right, height - bottom);

  const tested = points.some(({ testLoss }) => testLoss !== undefined);
  if (tested) path(context, points, VERMILION, [5, 3], x, ({ testLoss }) => testLoss, y);
  path(context, points, BLUE, [], x, ({ loss }) => loss, y);
  context.textAlign = "right";
  context.fillStyle = ink;
  if (!tested) return;
  sample(context, width - right, top + 8, words().trainingLine, BLUE, []);
  sample(context, width - right, top + 24, words().testLine, VERMILION, [5, 3]);
}

function path(
  context: CanvasRenderingContext2D,
  points: readonly CurvePoint[],
  color: string,
  dash: number[],
  x: (value: number) => number,
  loss: (point: CurvePoint) => number | undefined,
  y: (value: number) => number,
): void {
  context.beginPath();
  for (const point of points) {
    const value = loss(point);
    if (value !== undefined) context.lineTo(x(point.iteration), y(value));
  }
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.lineJoin = "round";
  context.setLineDash(dash);
  context.stroke();
  context.setLineDash([]);
}

function sample(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  name: string,
  color: string,
  dash: number[],
): void {
  context.fillText(name, x, y);
  context.setLineDash(dash);
  context.strokeStyle = color;
  context.lineWidth = 2;
  const end = x - context.measureText(name).width - 6;
  horizontal(context, end - 22, end, y);
  context.setLineDash([]);
}

function horizontal(context: CanvasRenderingContext2D, from: number, to: number, y: number): void {
  context.beginPath();
  context.moveTo(from, Math.round(y) + 0.5);
  context.lineTo(to, Math.round(y) + 0.5);
  context.stroke();
}
