import type { Words } from "../words/en.js";
import { element } from "./element.js";
import { say } from "./language.js";

/** A part of the page that opens and closes. */
export function panel(title: (words: Words) => string, ...content: HTMLElement[]): HTMLDetailsElement {
  const summary = element("summary");
  say((texts) => {
    summary.textContent = title(texts);
  });
  return element("details", {}, summary, element("div", { className: "content" }, ...content));
}

/** A line that says how to use something. */
export function hint(text: (words: Words) => string): HTMLParagraphElement {
  const line = element("p", { className: "hint" });
  say((texts) => {
    line.textContent = text(texts);
  });
  return line;
}

/** A button. */
export function button(label: (words: Words) => string, press: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", onclick: press });
  say((texts) => {
    made.textContent = label(texts);
  });
  return made;
}
