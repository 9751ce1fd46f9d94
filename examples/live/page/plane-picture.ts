import type { Point } from "../setup.js";
import { drawMarker } from "./markers.js";
import type { Data } from "./session-events.js";
import { cleared } from "./sharp-canvas.js";

/** Fills a canvas, whose square spans `extent` to each side, with cells that span `of` to each side. */
export function drawCells(
  canvas: HTMLCanvasElement,
  cells: HTMLCanvasElement,
  of: number,
  extent: number,
): void {
  const context = cleared(canvas);
  context.imageSmoothingQuality = "high";
  // The middles of the outermost cells lie on the edges.
  const { clientWidth: width } = canvas;
  const side = (width / Math.max(cells.width - 1, 1)) * (of / extent);
  const whole = cells.width * side;
  context.drawImage(cells, (width - whole) / 2, (width - whole) / 2, whole, whole);
}

/** Where a point lies on a canvas of some width. */
export function pixelOf({ x, y, label }: Point, width: number, extent: number): Point {
  return { x: ((x / extent + 1) / 2) * width, y: ((1 - y / extent) / 2) * width, label };
}

/** Draws the markers of all points. */
export function drawMarkers(
  context: CanvasRenderingContext2D,
  { training, test }: Data,
  { width, extent, radius }: { width: number; extent: number; radius: number },
): void {
  for (const point of training) drawMarker(context, pixelOf(point, width, extent), radius, true);
  for (const point of test) drawMarker(context, pixelOf(point, width, extent), radius, false);
}
