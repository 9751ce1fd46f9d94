import { copyButton } from "./copy-button.js";
import { download } from "./download.js";
import { element } from "./element.js";
import { say } from "./language.js";
import { button, hint, panel } from "./panel.js";
import type { Session } from "./session.js";

/** The TypeScript program of the setup. What writes it is loaded when it is first looked at. */
export function programPanel(session: Session): HTMLElement {
  const text = element("pre", { className: "program", tabIndex: 0 });
  const program = (): string => text.textContent;
  const write = async (): Promise<void> => {
    if (!details.open) return;
    const { programOf } = await import("../program.js");
    text.textContent = programOf(session.setup).code;
  };
  const details = panel(
    (texts) => texts.program,
    hint((texts) => texts.programHint),
    element(
      "div",
      { className: "row" },
      copyButton((texts) => texts.copy, program),
      button(
        (texts) => texts.download,
        () => download("program.ts", "text/typescript", program()),
      ),
    ),
    text,
  );
  say((texts) => {
    text.ariaLabel = texts.program;
  });
  details.ontoggle = write;
  session.on("setup", write);
  return details;
}
