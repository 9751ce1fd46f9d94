import { format, inspect } from "node:util";
import { dequal } from "dequal";
import { Checks, type Outcome } from "../../snippets/checks.js";
import { compareOutput } from "./compare-output.js";
import { isPicture } from "./library.js";
import type { Message } from "./messages.js";

/** Tells the page what the last of some blocks prints and how its promises turn out. */
export class BrowserChecks extends Checks {
  readonly #post: (message: Message) => void;
  readonly #pictures: Set<string> = new Set();
  #blocksBefore: number;

  constructor(blocks: number, post: (message: Message) => void) {
    super();
    this.#blocksBefore = blocks - 1;
    this.#post = (message) => {
      if (this.#blocksBefore === 0) post(message);
    };
  }

  protected override report({ line, kind, actual, settled, expected }: Outcome): void {
    if (kind === "output") {
      const outcome = compareOutput(String(actual), String(expected));
      this.#post({ type: "output", outcome });
      return;
    }
    const show = kind === "value" ? inspect : String;
    const holds = dequal(settled, expected);
    this.#post({ type: "promise", line, holds, actual: show(actual), expected: show(expected) });
  }

  override print(...values: unknown[]): void {
    super.print(...values);
    for (const svg of values.filter(isPicture)) this.picture(svg);
    const others = values.filter((value) => !isPicture(value));
    if (others.length > 0 || values.length === 0) this.#post({ type: "printed", text: format(...others) });
  }

  /** Shows a picture, unless it is shown already. */
  picture(svg: string): void {
    if (this.#pictures.has(svg)) return;
    this.#pictures.add(svg);
    this.#post({ type: "picture", svg });
  }

  override printed(line: number, expected: string | undefined): void {
    super.printed(line, expected);
    this.#blocksBefore -= 1;
  }
}
