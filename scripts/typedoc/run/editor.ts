import { loadScript } from "../load-script.js";
import { codeText } from "./code-text.js";
import { words } from "./words/index.js";

declare global {
  /** What highlight.js defines. */
  var spiralnetHighlight: typeof import("./highlight.js") | undefined;
}

/** The code of a block, which can be made editable in its place. */
export class Editor {
  readonly #element: HTMLElement;
  readonly #original: { readonly html: string; readonly code: string };

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#original = { html: element.innerHTML, code: this.code };
    element.addEventListener("input", () => this.#mark());
  }

  get code(): string {
    return codeText(this.#element).trimEnd();
  }

  get edited(): boolean {
    return this.code !== this.#original.code;
  }

  /** Lets the reader write, in the given code or what is there. Tab goes on to the next control. */
  open(code?: string): void {
    if (code !== undefined) this.#element.textContent = `${code}\n`;
    const attributes = {
      contenteditable: "plaintext-only",
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": words.code,
      spellcheck: "false",
      autocapitalize: "off",
      autocorrect: "off",
      translate: "no",
    };
    for (const [name, value] of Object.entries(attributes)) this.#element.setAttribute(name, value);
    this.#mark();
    // Without its colours, code can be edited as well.
    loadScript("highlight.js").then(
      () => this.#mark(),
      () => {},
    );
  }

  focus(): void {
    this.#element.focus();
  }

  /** Takes the code back as the document has it. */
  reset(): void {
    this.#element.innerHTML = this.#original.html;
    this.#mark();
  }

  #mark(): void {
    this.#element.classList.toggle("run-edited", this.edited);
    globalThis.spiralnetHighlight?.colour(this.#element, this.edited);
  }
}
