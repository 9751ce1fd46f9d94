import { element } from "./element.js";
import { say, words } from "./language.js";
import { whole } from "./numbers-as-text.js";
import { button } from "./panel.js";
import type { Session } from "./session.js";

/** Lies over the plane: the library's error with its cure and the way back, or that training waits. */
export function notice(session: Session, waits: boolean): HTMLElement {
  const text = element("p", { role: "alert" });
  const rewind = button(
    (texts) => texts.rewind,
    () => session.rewind(),
  );
  const box = element("div", { className: "notice" }, text, rewind);
  let error: string | undefined;
  let waiting = waits;
  const print = (): void => {
    box.classList.toggle("error", error !== undefined);
    box.hidden = error === undefined && !waiting;
    rewind.hidden = error === undefined;
    if (error !== undefined) text.textContent = words().error(error);
    else text.textContent = waiting ? words().lessMotion : "";
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
  return box;
}

/** That a program's training is shown, or that the run is no longer what its link gives, if it is so. */
export function changeNote(session: Session): HTMLElement {
  const line = element("p", { className: "hint change-note", role: "status" });
  const print = (): void => {
    const { changedAt, program } = session;
    if (program !== "none") line.textContent = words().programShown;
    else line.textContent = changedAt === undefined ? "" : words().changedAt(whole(changedAt));
  };
  say(print);
  session.on("setup", print);
  session.on("restart", print);
  session.on("program", print);
  return line;
}
