import { words } from "./words/index.js";

/** The buttons below a block, and a few words beside them. The page keeps room for them. */
export class Bar {
  readonly run: HTMLButtonElement = button("start", words.run);
  readonly edit: HTMLButtonElement = button("edit", words.edit);
  readonly reset: HTMLButtonElement = button("reset", words.reset);
  readonly share: HTMLButtonElement = button("share", words.share);
  readonly #status: HTMLElement = document.createElement("span");

  constructor(element: Element) {
    this.run.setAttribute("aria-keyshortcuts", "Control+Enter");
    this.reset.hidden = true;
    this.share.hidden = true;
    this.#status.className = "run-status";
    this.#status.setAttribute("role", "status");
    element.append(this.run, this.edit, this.reset, this.share, this.#status);
  }

  say(text: string): void {
    this.#status.textContent = text;
  }
}

function button(name: string, label: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `run-${name}`;
  made.textContent = label;
  return made;
}
