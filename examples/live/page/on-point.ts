import type { Frame, Inspection } from "../messages.js";
import { say, words } from "./language.js";
import type { Session } from "./session.js";
import { unanswered } from "./unanswered.js";

/** Digits that change more often, in milliseconds, can't be read. */
const PAUSE = 200;

/**
 * Calls `draw` with a frame that has the point that is looked at, or with none: when the point is another one, and
 * now and then while training goes on. Returns a function that calls it now.
 */
export function onPoint(session: Session, draw: (frame: Frame | undefined) => void): () => void {
  let drawn = Number.NEGATIVE_INFINITY;
  const now = (): void => {
    const { frame } = session;
    const isThere = frame?.inspection !== undefined && isSame(frame.inspection, session);
    if (isThere) drawn = performance.now();
    const isNone = session.selected === undefined || unanswered(session, words()) !== undefined;
    if (isThere || isNone) draw(isThere ? frame : undefined);
  };
  session.on("selected", () => {
    drawn = Number.NEGATIVE_INFINITY;
    now();
  });
  session.on("program", now);
  session.on("draw", (frame) => {
    if (!frame.playing || performance.now() - drawn > PAUSE) now();
  });
  say(now);
  return now;
}

function isSame({ point }: Inspection, { selected }: Session): boolean {
  return point.x === selected?.x && point.y === selected.y;
}
