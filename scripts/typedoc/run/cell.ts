import { Bar } from "./bar.js";
import { numbered, type Source } from "./chain.js";
import { codeText } from "./code-text.js";
import { Editor } from "./editor.js";
import { Output } from "./output.js";
import { Run } from "./run.js";
import { show } from "./show.js";
import { words } from "./words/index.js";

/** A block of code on the page, with its buttons and, once it has run, its output. */
export class Cell {
  readonly editor: Editor;
  readonly #block: HTMLElement;
  readonly #before: Cell | undefined;
  readonly #bar: Bar;
  #output: Output | undefined;
  #run: Run | undefined;

  /** `before` is the cell that this one continues. `share` makes a link and tells where it is. */
  constructor(block: HTMLElement, before: Cell | undefined, share: (cell: Cell) => Promise<string>) {
    this.#block = block;
    this.#before = before;
    this.#bar = new Bar(block.querySelector(".run-bar") as Element);
    const code = block.querySelector("code") as HTMLElement;
    this.editor = new Editor(code);
    code.addEventListener("keydown", (event) => this.#key(event));
    code.addEventListener("input", () => this.#showButtons());
    this.#bar.run.onclick = () => (this.#run ? this.#run.stop(words.stopped) : this.run());
    this.#bar.edit.onclick = () => this.edit();
    this.#bar.reset.onclick = () => this.#reset();
    this.#bar.share.onclick = async () => this.say(await share(this));
  }

  /** Runs the cells that this one continues, then this one. */
  run(): void {
    this.#run?.stop("");
    this.#output?.remove();
    const blocks = numbered(this.sources());
    const output = new Output(this.#block);
    this.#output = output;
    this.#run = new Run(blocks, {
      received: (message) => show(message, blocks, output),
      progress: (status) => this.say(status),
      ended: (status) => {
        this.#run = undefined;
        this.#bar.run.textContent = words.run;
        this.say(status);
      },
    });
    this.#bar.run.textContent = words.stop;
  }

  /** The code of the chain. A cell that is edited no longer promises the output below it. */
  sources(): Source[] {
    const promised = this.#block.nextElementSibling?.querySelector(":scope > code.text");
    const output = promised && !this.editor.edited ? codeText(promised) : undefined;
    return [...(this.#before?.sources() ?? []), { code: this.editor.code, output }];
  }

  /** Opens the code for editing, with the given one in place of the document's. */
  edit(code?: string): void {
    this.editor.open(code);
    this.#showButtons();
    this.editor.focus();
  }

  /** Shows a few words beside the buttons. */
  say(text: string): void {
    this.#bar.say(text);
  }

  scrollIntoView(): void {
    this.#block.scrollIntoView({ block: "center" });
  }

  #reset(): void {
    this.#run?.stop("");
    this.#output?.remove();
    this.editor.reset();
    this.#showButtons();
    this.say("");
    this.editor.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.#run?.stop(words.stopped);
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.run();
  }

  #showButtons(): void {
    this.#bar.edit.hidden = true;
    this.#bar.reset.hidden = !this.editor.edited;
    this.#bar.share.hidden = false;
  }
}
