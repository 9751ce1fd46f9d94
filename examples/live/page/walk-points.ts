import type { Point } from "../setup.js";
import { element } from "./element.js";
import { say, words } from "./language.js";
import { decimal } from "./numbers-as-text.js";
import type { PlaneView } from "./plane.js";
import type { Session } from "./session.js";

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Looks at points by pointer and by keyboard. Returns the line that says how, and what is looked at. */
export function walkPoints(session: Session, view: PlaneView): HTMLElement {
  const help = element("p", { className: "hint" });
  const spoken = element("p", { className: "unseen", ariaLive: "polite" });
  say((texts) => {
    help.textContent = texts.planeHelp;
  });
  const isOn = (): boolean => session.setup.data.kind !== "own";
  const look = (point: Point | undefined, pinned: boolean): void => {
    session.pinned = pinned && point !== undefined;
    session.select(point);
  };

  view.box.addEventListener("pointermove", (event) => {
    if (isOn() && !session.pinned) look(view.nearest(view.place(event)), false);
  });
  view.box.addEventListener("pointerleave", () => {
    if (isOn() && !session.pinned) look(undefined, false);
  });
  view.box.addEventListener("click", (event) => {
    if (isOn()) look(view.nearest(view.place(event)), true);
  });
  view.box.addEventListener("keydown", (event) => {
    if (!isOn()) return;
    const direction = DIRECTIONS[event.key];
    if (event.key === "Escape") look(undefined, false);
    if (direction === undefined) return;
    event.preventDefault();
    const next = neighbor(session.points, session.selected ?? { x: 0, y: 0 }, direction);
    if (next === undefined) return;
    look(next, true);
    spoken.textContent = words().pointAt(next.label, decimal(next.x, 2), decimal(next.y, 2));
  });
  const refresh = (): void => {
    help.hidden = !isOn();
  };
  refresh();
  session.on("setup", refresh);
  session.on("restart", () => look(undefined, false));
  session.on("program", (state) => {
    if (state !== "ended" && state !== "stopped") look(undefined, false);
  });
  return element("div", {}, help, spoken);
}

/** The nearest point that lies in a direction, within 45 degrees to either side. */
function neighbor(
  points: readonly Point[],
  from: { x: number; y: number },
  [right, up]: readonly [number, number],
): Point | undefined {
  let found: Point | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const dx = point.x - from.x;
    const dy = point.y - from.y;
    const along = dx * right + dy * up;
    const aside = Math.abs(dx * up - dy * right);
    const distance = Math.hypot(dx, dy);
    if (along <= 0 || aside > along || distance >= least) continue;
    found = point;
    least = distance;
  }
  return found;
}
