import type { FileFormat } from "../messages.js";
import { download } from "./download.js";
import { element } from "./element.js";
import { words } from "./language.js";
import { button, hint, panel } from "./panel.js";
import type { Session } from "./session.js";
import { unanswered } from "./unanswered.js";

const TYPES: Readonly<Record<FileFormat, string>> = {
  safetensors: "application/octet-stream",
  json: "application/json",
  onnx: "application/octet-stream",
};

/** Saves the model as a file. */
export function saveButtons(session: Session): HTMLElement {
  const buttons = (Object.keys(TYPES) as FileFormat[]).map((format) =>
    button(
      (texts) => texts.formats[format],
      () => session.save(format),
    ),
  );
  session.on("program", () => {
    for (const each of buttons) each.disabled = unanswered(session, words()) !== undefined;
  });
  session.on("saved", ({ format, bytes }) => download(`model.${format}`, TYPES[format], bytes));
  return panel(
    (texts) => texts.save,
    hint((texts) => texts.saveHint),
    element("div", { className: "row" }, ...buttons),
  );
}
