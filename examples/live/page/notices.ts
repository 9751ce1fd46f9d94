import { cureOf } from "../cures.js";
import type { Words } from "../words/en.js";
import { element } from "./element.js";
import { say, words } from "./language.js";
import { whole } from "./numbers-as-text.js";
import { button } from "./panel.js";
import type { Session } from "./session.js";
import type { Failure } from "./session-events.js";

/**
 * Lies over the plane: an error with its cure and the way back, what could not be used of a link or a file, or
 * that training waits.
 */
export function notice(session: Session, waits: boolean): HTMLElement {
  const text = element("div", { role: "alert" });
  const rewind = button(
    (texts) => texts.rewind,
    () => session.rewind(),
  );
  const close = button(
    (texts) => texts.close,
    () => {
      warning = undefined;
      print();
    },
  );
  const box = element("div", { className: "notice" }, text, rewind, close);
  let error: Failure | undefined;
  let warning: ((words: Words) => string) | undefined;
  let waiting = waits;
  const print = (): void => {
    box.classList.toggle("error", error !== undefined);
    box.hidden = error === undefined && warning === undefined && !waiting;
    rewind.hidden = error === undefined;
    close.hidden = error !== undefined || warning === undefined;
    if (error !== undefined) text.replaceChildren(...explained(error));
    else if (warning !== undefined) text.textContent = warning(words());
    else text.textContent = waiting ? words().lessMotion : "";
  };
  say(print);
  session.on("error", (failure) => {
    error = failure;
    print();
  });
  session.on("warning", (text) => {
    warning = text;
    print();
  });
  session.on("setup", () => {
    warning = undefined;
    print();
  });
  session.on("frame", ({ playing }) => {
    if (!waiting || !playing) return;
    waiting = false;
    print();
  });
  return box;
}

/** That training stopped, the cure in the language of the page, and what the library said, which is English. */
function explained(error: Failure): HTMLElement[] {
  const cure = cureOf(error);
  const sentence = words().stopped(cure === undefined ? "" : words().cures[cure]);
  const message = element("p", { className: "said", lang: "en" }, `${error.name}: ${error.message}`);
  return cure === "noPoints" ? [element("p", {}, sentence)] : [element("p", {}, sentence), message];
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
