import { copyButton } from "./copy-button.js";
import { download } from "./download.js";
import { element, newId } from "./element.js";
import { say, words } from "./language.js";
import { button, hint, panel } from "./panel.js";
import { ProgramOutput } from "./program-output.js";
import { programPicture } from "./program-picture.js";
import { type Ending, ProgramRun } from "./program-run.js";
import type { Session } from "./session.js";

/**
 * The TypeScript program of the setup, to be edited and run. What writes it is loaded when it is first looked at,
 * and what runs it when it is first run.
 */
export function programPanel(session: Session): HTMLElement {
  const editor = element("textarea", { className: "program", id: newId(), spellcheck: false, wrap: "off" });
  for (const name of ["autocapitalize", "autocorrect"]) editor.setAttribute(name, "off");
  const caption = element("label", { htmlFor: editor.id, className: "unseen" });
  const status = element("span", { className: "program-status", role: "status" });
  const note = element("p", { className: "hint program-note", role: "status" });
  const picture = programPicture(session, () => details.open);
  const output = new ProgramOutput((line) => select(editor, line));
  let generated = "";
  let isFromLink = false;
  let run: ProgramRun | undefined;
  let state: Ending | "running" | undefined;

  const write = async (): Promise<void> => {
    if (!details.open) return;
    const { programOf } = await import("../program.js");
    generated = programOf(session.setup).code;
    const text = session.ownProgram ?? generated;
    if (editor.value !== text) editor.value = text; // else the reader could no longer undo
    print();
  };
  const print = (): void => {
    const texts = words();
    runOrStop.textContent = state === "running" ? texts.programStop : texts.programRun;
    status.textContent = state === undefined ? "" : texts.programStates[state];
    const isEdited = session.ownProgram !== undefined;
    note.textContent = !isEdited ? "" : isFromLink ? texts.programFromLink : texts.programEdited;
    reset.disabled = !isEdited && state === undefined;
  };
  const start = (): void => {
    const code = editor.value;
    output.clear();
    const begun: ProgramRun = new ProgramRun(session, code, {
      printed: (text) => output.print(text),
      printedMore: () => output.more(),
      failed: (text, line) => output.fail(text, line, code.split("\n")[(line ?? 0) - 1]?.trim() ?? ""),
      refused: () => output.refuse(),
      ended: (how) => {
        if (run !== begun) return;
        state = how;
        print();
      },
    });
    run = begun;
    state = "running";
    print();
  };
  const stop = (): void => {
    if (state === "running") run?.stop();
  };
  const runOrStop = button(
    () => "",
    () => (state === "running" ? stop() : start()),
  );
  runOrStop.className = "main";
  runOrStop.setAttribute("aria-keyshortcuts", "Control+Enter");
  const reset = button(
    (texts) => texts.programReset,
    () => {
      session.ownProgram = undefined;
      session.returnToOwn();
      output.clear();
      state = undefined;
      print();
      editor.focus();
    },
  );
  editor.oninput = () => {
    isFromLink = false;
    session.ownProgram = editor.value === generated ? undefined : editor.value;
    print();
  };
  editor.onkeydown = (event) => {
    if (event.key === "Escape") stop();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    start();
  };

  const details = panel(
    (texts) => texts.program,
    hint((texts) => texts.programHint),
    element(
      "div",
      { className: "row" },
      runOrStop,
      reset,
      copyButton(
        (texts) => texts.copy,
        () => editor.value,
      ),
      button(
        (texts) => texts.download,
        () => download("program.ts", "text/typescript", editor.value),
      ),
      status,
    ),
    note,
    caption,
    element(
      "div",
      { className: "program-and-output" },
      editor,
      element("div", { className: "of-program" }, picture, output.element),
    ),
  );
  say((texts) => {
    caption.textContent = texts.programEditor;
    print();
  });
  details.ontoggle = write;
  session.on("setup", write);
  session.on("ownProgram", (text) => {
    if (text === editor.value) return;
    isFromLink = text !== undefined;
    if (isFromLink) details.open = true;
    write();
    if (isFromLink) details.scrollIntoView();
  });
  return details;
}

/** Selects a line of a text and shows it. */
function select(editor: HTMLTextAreaElement, line: number): void {
  const before = editor.value.split("\n").slice(0, line - 1);
  const start = before.reduce((sum, { length }) => sum + length + 1, 0);
  const end = editor.value.indexOf("\n", start);
  editor.focus();
  editor.setSelectionRange(start, end < 0 ? editor.value.length : end);
  const height = editor.scrollHeight / editor.value.split("\n").length;
  editor.scrollTop = height * (line - 1) - editor.clientHeight / 2;
}
