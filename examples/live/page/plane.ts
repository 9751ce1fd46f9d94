import type { Point } from "../setup.js";
import { element } from "./element.js";
import { largest } from "./grid.js";
import { say, words } from "./language.js";
import { ownPoints } from "./own-points.js";
import { canvasColors } from "./palette.js";
import { drawCells, drawMarkers, pixelOf } from "./plane-picture.js";
import { paintRegions, paintUnit } from "./regions.js";
import type { Session } from "./session.js";
import { cleared, keepSharp } from "./sharp-canvas.js";
import { onTheme } from "./theme.js";
import { walkPoints } from "./walk-points.js";

/** The plane as it is drawn, for those who point at it. */
export interface PlaneView {
  readonly box: HTMLElement;
  /** Where the keyboard edits one's own points, if it does. */
  cursor: Point | undefined;
  /** The point of the plane under a place of the screen. */
  place(event: { clientX: number; clientY: number }): { x: number; y: number };
  /** The point whose marker is near a place of the plane. */
  nearest(place: { x: number; y: number }): Point | undefined;
  /** Half the side of the square that is drawn. */
  extent(): number;
  /** Keeps the square as it is while a point moves, or no longer. */
  hold(held: boolean): void;
  drawPoints(): void;
}

/** Decision regions with the points on top. */
export function plane(session: Session): HTMLElement {
  const regions = element("canvas", { ariaHidden: "true" });
  const points = element("canvas", { ariaHidden: "true" });
  const box = element("div", { className: "plane", tabIndex: 0, role: "application" }, regions, points);
  const cells = element("canvas");
  let held: number | undefined;
  const extent = (): number => held ?? session.data.extent;

  const drawRegions = (): void => {
    const { frame } = session;
    if (frame === undefined) return;
    const unit = session.enlarged && frame.units.find(isSame(session.enlarged));
    if (unit) paintUnit(cells, unit, largest(unit.values));
    else paintRegions(cells, frame.regions);
    drawCells(regions, cells, frame.regions.extent, extent());
  };

  const view: PlaneView = {
    box,
    cursor: undefined,
    extent,
    hold(isHeld) {
      if (isHeld === (held !== undefined)) return;
      held = isHeld ? session.data.extent : undefined;
      drawRegions();
      view.drawPoints();
    },
    place({ clientX, clientY }) {
      const { left, top, width, height } = box.getBoundingClientRect();
      return {
        x: (2 * ((clientX - left) / width) - 1) * extent(),
        y: (1 - 2 * ((clientY - top) / height)) * extent(),
      };
    },
    nearest({ x, y }) {
      const reach = (12 / points.clientWidth) * 2 * extent();
      let found: Point | undefined;
      let least = reach;
      for (const point of session.points) {
        const distance = Math.hypot(point.x - x, point.y - y);
        if (distance > least) continue;
        found = point;
        least = distance;
      }
      return found;
    },
    drawPoints() {
      const context = cleared(points);
      const width = points.clientWidth;
      const radius = Math.max(3, Math.min(5, width / 110)) * (session.points.length > 400 ? 0.8 : 1);
      const pixel = (point: Point): Point => pixelOf(point, width, extent());
      drawMarkers(context, session.data, { width, extent: extent(), radius });
      if (session.selected !== undefined) ring(context, pixel(session.selected), radius * 2.2);
      if (view.cursor !== undefined) cross(context, pixel(view.cursor));
    },
  };

  const label = (): void => {
    box.ariaLabel = words().planeLabel(session.points.length, session.classes);
  };
  say(label);
  session.on("data", label);
  keepSharp(regions, drawRegions);
  keepSharp(points, view.drawPoints);
  onTheme(drawRegions);
  onTheme(view.drawPoints);
  session.on("draw", drawRegions);
  session.on("enlarged", drawRegions);
  session.on("selected", view.drawPoints);
  session.on("data", view.drawPoints);
  const help = walkPoints(session, view);
  const helpOwn = ownPoints(session, view);
  return element("div", { className: "plane-and-help" }, box, help, helpOwn);
}

function isSame(one: { layer: number; unit: number }) {
  return (other: { layer: number; unit: number }) => one.layer === other.layer && one.unit === other.unit;
}

function ring(context: CanvasRenderingContext2D, { x, y }: Point, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  outline(context);
}

function cross(context: CanvasRenderingContext2D, { x, y }: Point): void {
  context.beginPath();
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(x + 6 * dx, y + 6 * dy);
    context.lineTo(x + 16 * dx, y + 16 * dy);
  }
  outline(context);
}

/** A line that is seen on any colour. */
function outline(context: CanvasRenderingContext2D): void {
  const { ink, background } = canvasColors();
  context.strokeStyle = background;
  context.lineWidth = 5;
  context.stroke();
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.stroke();
}
