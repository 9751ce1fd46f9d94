import { element } from "./element.js";
import { say, words } from "./language.js";

/** What a program has printed, and the error that ended it. */
export class ProgramOutput {
  readonly element = element("div", { className: "program-output", tabIndex: 0, role: "log" });
  readonly #goTo: (line: number) => void;
  #failure: { readonly button: HTMLButtonElement; readonly line: number } | undefined;

  /** `goTo` shows a line of the program. */
  constructor(goTo: (line: number) => void) {
    this.#goTo = goTo;
    say((texts) => {
      this.element.ariaLabel = texts.programOutput;
      this.element.setAttribute("data-empty", texts.programOutputEmpty);
      if (this.#failure) this.#failure.button.textContent = texts.programLine(this.#failure.line);
    });
  }

  clear(): void {
    this.element.replaceChildren();
    this.#failure = undefined;
  }

  print(text: string): void {
    this.#add(element("div", {}, text));
  }

  /** Says that there is more than is shown. */
  more(): void {
    this.#add(element("div", {}, words().programMore));
  }

  /** Shows that the program could not run. */
  refuse(): void {
    this.#add(element("div", { className: "problem" }, words().programRefused));
  }

  /** Shows an error, and the line of the program that made it. */
  fail(text: string, line: number | undefined, code: string): void {
    // The library's messages, and those of the browser, are English.
    const problem = element("div", { className: "problem" }, element("span", { lang: "en" }, text));
    if (line !== undefined) {
      const button = element("button", { type: "button" }, words().programLine(line));
      button.onclick = () => this.#goTo(line);
      this.#failure = { button, line };
      problem.append(element("div", { className: "place" }, button, element("code", {}, code)));
    }
    this.#add(problem);
  }

  #add(row: HTMLElement): void {
    const { element: box } = this;
    const isAtEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 4;
    box.append(row);
    if (isAtEnd) box.scrollTop = box.scrollHeight;
  }
}
