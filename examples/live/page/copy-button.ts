import type { Words } from "../words/en.js";
import { words } from "./language.js";
import { button } from "./panel.js";

/** A button that copies a text, and says for a moment that it did. */
export function copyButton(label: (words: Words) => string, text: () => string): HTMLButtonElement {
  const made = button(label, async () => {
    await navigator.clipboard.writeText(text());
    made.textContent = words().copied;
    setTimeout(() => {
      made.textContent = label(words());
    }, 1500);
  });
  made.classList.add("quiet");
  return made;
}
