import { LIMITS } from "../limits.js";
import type { Point } from "../setup.js";
import { element } from "./element.js";
import { say, words } from "./language.js";
import { decimal } from "./numbers-as-text.js";
import type { PlaneView } from "./plane.js";
import type { Session } from "./session.js";

/** Adds, moves and removes one's own points by pointer and by keyboard. Returns the line that says how. */
export function ownPoints(session: Session, view: PlaneView): HTMLElement {
  const { box } = view;
  const help = element("p", { className: "hint" });
  const spoken = element("p", { className: "unseen", ariaLive: "polite" });
  /** Which of one's own points moves along with the pointer or the cursor. */
  let held: number | undefined;
  const hold = (i: number | undefined): void => {
    held = i;
    view.hold(i !== undefined);
  };
  say((texts) => {
    help.textContent = texts.planeHelpOwn;
  });
  const isOn = (): boolean => session.setup.data.kind === "own";
  // Points stay where the plane need not grow to show them.
  const within = (value: number): number => {
    const most = view.extent() / 1.1;
    return rounded(Math.max(-most, Math.min(most, value)));
  };
  const own = (): readonly Point[] => session.setup.data.own;
  const find = (place: { x: number; y: number }): number | undefined => {
    const near = view.nearest(place);
    const i = near === undefined ? -1 : own().findIndex(({ x, y }) => x === near.x && y === near.y);
    return i < 0 ? undefined : i;
  };
  const move = (i: number, { x, y }: { x: number; y: number }): void => {
    const { label } = own()[i] as Point;
    setOwnPoints(session, own().with(i, { x: within(x), y: within(y), label }));
  };
  const remove = (i: number): void => setOwnPoints(session, own().toSpliced(i, 1));
  /** Adds a point; returns which one it is, unless there are as many as there may be. */
  const add = ({ x, y }: { x: number; y: number }): number | undefined => {
    const most = LIMITS.ownPoints[1];
    if (own().length >= most) {
      session.warn((texts) => texts.ownPointsMost(most));
      return undefined;
    }
    setOwnPoints(session, [...own(), { x: within(x), y: within(y), label: session.classToAdd }]);
    return own().length - 1;
  };

  box.addEventListener("pointerdown", (event) => {
    if (!isOn() || event.button !== 0) return;
    box.setPointerCapture(event.pointerId);
    const place = view.place(event);
    hold(find(place) ?? add(place));
  });
  box.addEventListener("pointermove", (event) => {
    if (isOn() && held !== undefined && box.hasPointerCapture(event.pointerId)) move(held, view.place(event));
  });
  for (const end of ["pointerup", "pointercancel"]) box.addEventListener(end, () => hold(undefined));
  box.addEventListener("contextmenu", (event) => {
    const i = isOn() ? find(view.place(event)) : undefined;
    if (i === undefined) return;
    event.preventDefault();
    remove(i);
  });

  box.addEventListener("focus", () => {
    if (!isOn() || !box.matches(":focus-visible")) return;
    view.cursor ??= { x: 0, y: 0, label: 0 };
    view.drawPoints();
  });
  box.addEventListener("blur", () => {
    view.cursor = undefined;
    hold(undefined);
    view.drawPoints();
  });
  box.addEventListener("keydown", (event) => {
    if (!isOn()) return;
    const cursor = view.cursor ?? { x: 0, y: 0, label: 0 };
    const done = pressed(event, cursor);
    if (done) event.preventDefault();
    if (done) view.drawPoints();
  });

  const pressed = (event: KeyboardEvent, cursor: Point): boolean => {
    const step = (event.shiftKey ? 0.1 : 0.02) * view.extent();
    const { key } = event;
    if (key.startsWith("Arrow")) {
      const x = cursor.x + step * (Number(key === "ArrowRight") - Number(key === "ArrowLeft"));
      const y = cursor.y + step * (Number(key === "ArrowUp") - Number(key === "ArrowDown"));
      view.cursor = { ...cursor, x: within(x), y: within(y) };
      if (held !== undefined) move(held, view.cursor);
      tell(view.cursor);
    } else if (key === "Enter" || key === " ") {
      const under = find(cursor);
      if (held !== undefined) hold(undefined);
      else if (under === undefined) add(cursor);
      else hold(under);
      tell(cursor);
    } else if (key === "Delete" || key === "Backspace") {
      const under = held ?? find(cursor);
      hold(undefined);
      if (under !== undefined) remove(under);
    } else if (/^[1-8]$/.test(key)) {
      session.classToAdd = Number(key) - 1;
    } else {
      return false;
    }
    return true;
  };
  const tell = (cursor: Point): void => {
    const i = held ?? find(cursor);
    const place = [decimal(cursor.x, 2), decimal(cursor.y, 2)] as const;
    const point = i === undefined ? undefined : own()[i];
    spoken.textContent =
      point === undefined ? words().cursorAt(...place) : words().pointAt(point.label, ...place);
    if (held !== undefined) spoken.textContent += `, ${words().pointHeld}`;
  };

  const refresh = (): void => {
    help.hidden = !isOn();
    box.classList.toggle("editing", isOn());
  };
  refresh();
  session.on("setup", refresh);
  return element("div", {}, help, spoken);
}

/** Trains on other points of one's own. A class that no point had before adds to the classes. */
export function setOwnPoints(session: Session, own: readonly Point[]): void {
  const { data } = session.setup;
  const classes = own.reduce(
    (most, { label }) => Math.max(most, label + 1),
    data.kind === "own" ? data.classes : 2,
  );
  session.change({ ...session.setup, data: { ...data, kind: "own", classes, own } });
}

/** Four decimals are enough for a point, and keep the link to it short. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
