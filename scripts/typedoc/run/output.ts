import { element } from "../element.js";
import { words } from "./words/index.js";

/** What a run shows below its block. */
export class Output {
  readonly #element: HTMLElement;

  /** Puts the output behind a block. */
  constructor(block: HTMLElement) {
    this.#element = element("div", "run-output", "");
    this.#element.setAttribute("role", "region");
    this.#element.setAttribute("aria-label", words.output);
    block.after(this.#element);
  }

  remove(): void {
    this.#element.remove();
  }

  /** Lines that were printed one after the other are one text. */
  printed(text: string): void {
    const last = this.#element.lastElementChild;
    if (last?.className === "run-printed") last.append(`\n${text}`);
    else this.#add("run-printed", text);
  }

  /** A file, not elements of the page: edited code could put programs into them. */
  picture(svg: string): void {
    const image = document.createElement("img");
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    image.alt = words.picture;
    this.#element.append(image);
  }

  /** The value of an expression, and the promised one if it looks different. */
  promise(expression: string, holds: boolean, actual: string, expected: string): void {
    const row = this.#add(holds ? "run-holds" : "run-broken", "");
    row.append(mark(holds ? "✓" : "✗", holds ? words.kept : words.broken), " ");
    row.append(element("code", "run-expression", expression), " → ", element("code", "run-actual", actual));
    if (expected !== actual) row.append(` ${words.promised} `, element("code", "run-promised", expected));
  }

  /** Something that went wrong, and the line that did it. */
  problem(text: string, place = "", code = ""): void {
    const row = this.#add("run-problem", text);
    if (place !== "")
      row.append(element("span", "run-place", place), element("code", "run-expression", code));
  }

  note(text: string): void {
    this.#add("run-note", text);
  }

  #add(kind: string, text: string): HTMLElement {
    const row = element("div", kind, text);
    this.#element.append(row);
    return row;
  }
}

function mark(sign: string, meaning: string): HTMLElement {
  const span = element("span", "run-mark", sign);
  span.setAttribute("role", "img");
  span.setAttribute("aria-label", meaning);
  return span;
}
