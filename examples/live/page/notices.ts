import { element } from "./element.js";
import { say, words } from "./language.js";
import { whole } from "./numbers-as-text.js";
import type { Session } from "./session.js";

/** Lies over the plane: the library's error with its cure, or that training waits. */
export function notice(session: Session, waits: boolean): HTMLElement {
  const line = element("p", { className: "notice", role: "alert" });
  let error: string | undefined;
  let waiting = waits;
  const print = (): void => {
    line.classList.toggle("error", error !== undefined);
    line.hidden = error === undefined && !waiting;
    if (error !== undefined) line.textContent = `${words().error}. ${error}`;
    else line.textContent = waiting ? words().lessMotion : "";
  };
  say(print);
  session.on("error", (failure) => {
    error = failure && `${failure.name}: ${failure.message}`;
    print();
  });
  session.on("frame", ({ playing }) => {
    if (!waiting || !playing) return;
    waiting = false;
    print();
  });
  return line;
}

/** That the run is no longer what its link gives, if it is so. */
export function changeNote(session: Session): HTMLElement {
  const line = element("p", { className: "hint change-note", role: "status" });
  const print = (): void => {
    const { changedAt } = session;
    line.textContent = changedAt === undefined ? "" : words().changedAt(whole(changedAt));
  };
  say(print);
  session.on("setup", print);
  session.on("restart", print);
  return line;
}
