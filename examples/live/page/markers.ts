import type { Point } from "../setup.js";
import { canvasColors, classColor } from "./palette.js";

/** A shape for each class, about as large as a circle of radius 1, so that colour is not all that tells classes. */
const SHAPES: readonly Path2D[] = [
  circle(),
  new Path2D("M0-1.25 1.15.75H-1.15Z"),
  new Path2D("M-.88-.88H.88V.88H-.88Z"),
  new Path2D("M0-1.25 1.25 0 0 1.25-1.25 0Z"),
  new Path2D("M0 1.25 1.15-.75H-1.15Z"),
  new Path2D("M-.4-1.15H.4V-.4H1.15V.4H.4V1.15H-.4V.4H-1.15V-.4H-.4Z"),
  new Path2D("M0-1.4 .35-.48 1.33-.43.57.19.82 1.13 0 .6-.82 1.13-.57.19-1.33-.43-.35-.48Z"),
  new Path2D("M-.65-1.1H.65L1.25 0 .65 1.1H-.65L-1.25 0Z"),
];

/** Draws the marker of a class, filled for training and hollow for test. */
export function drawMarker(
  context: CanvasRenderingContext2D,
  { x, y, label }: Point,
  radius: number,
  filled: boolean,
): void {
  const { background, ink } = canvasColors();
  const shape = SHAPES[label % SHAPES.length] as Path2D;
  context.save();
  context.translate(x, y);
  context.scale(radius, radius);
  // An outline in the colour of the text sets the marker off from a region of its own colour.
  stroke(context, shape, ink, filled ? 0.5 : 0.75);
  context.fillStyle = filled ? classColor(label) : background;
  context.fill(shape);
  if (!filled) stroke(context, shape, classColor(label), 0.45);
  context.restore();
}

/** A small canvas with the marker of a class, for a legend or a menu. */
export function markerPicture(label: number, filled = true): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = "marker";
  canvas.width = canvas.height = 36;
  canvas.ariaHidden = "true";
  const context = canvas.getContext("2d");
  if (context !== null) drawMarker(context, { x: 18, y: 18, label }, 11, filled);
  return canvas;
}

function circle(): Path2D {
  const path = new Path2D();
  path.arc(0, 0, 1, 0, 2 * Math.PI);
  return path;
}

function stroke(context: CanvasRenderingContext2D, shape: Path2D, color: string, width: number): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke(shape);
}
