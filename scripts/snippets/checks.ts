import { format } from "node:util";
import { settle } from "./approximate.js";
import { plain } from "./plain.js";

/** What a promise says, beside what came. */
export interface Outcome {
  /** The number of its line, or of the line after a block whose output is promised. */
  readonly line: number;
  readonly kind: "value" | "error" | "output";
  readonly expected: unknown;
  readonly actual: unknown;
  /** `actual`, with what is close enough to `expected` replaced by it. The promise holds if the two are equal. */
  readonly settled: unknown;
}

/**
 * Compares the promises in a snippet's comments with what its code does. A subclass says what becomes of the
 * outcomes. Runs in browsers, too.
 */
export abstract class Checks {
  readonly #reached: Set<number> = new Set();
  #printed: string[] = [];

  /** Takes the outcome of a promise whose line was reached. */
  protected abstract report(outcome: Outcome): void;

  /** `actual; // => expected` */
  equal(line: number, actual: unknown, expected: unknown): void {
    const value = plain(actual);
    this.#report({ line, kind: "value", actual: value, settled: value, expected: plain(expected) });
  }

  /** `actual; // ≈ expected` */
  near(line: number, actual: unknown, expected: unknown): void {
    const [value, wanted] = [plain(actual), plain(expected)];
    this.#report({ line, kind: "value", actual: value, settled: settle(value, wanted), expected: wanted });
  }

  /** `action(); // throws name: part` */
  throws(line: number, action: () => unknown, name: string, part: string): void {
    const expected = part === "" ? name : `${name}: ${part}`;
    let actual = "nothing is thrown";
    let holds = false;
    try {
      action();
    } catch (error) {
      actual = error instanceof Error ? `${error.name}: ${error.message}` : format("throws %o", error);
      holds = error instanceof Error && error.name === name && error.message.includes(part);
    }
    this.#report({ line, kind: "error", actual, settled: holds ? expected : actual, expected });
  }

  /** Replaces `console.log`. */
  print(...values: unknown[]): void {
    this.#printed.push(format(...values));
  }

  /** Ends a block: compares its output with the `text` block after it, if there is one. */
  printed(line: number, expected: string | undefined): void {
    const lines = trimmed(this.#printed.join("\n"));
    this.#printed = [];
    if (expected !== undefined) {
      this.report({ line, kind: "output", actual: lines, settled: lines, expected: trimmed(expected) });
    }
  }

  /** The promises whose line was not reached. */
  missed(promised: readonly number[]): number[] {
    return promised.filter((line) => !this.#reached.has(line));
  }

  #report(outcome: Outcome): void {
    this.#reached.add(outcome.line);
    this.report(outcome);
  }
}

function trimmed(text: string): string {
  return text.replace(/[ \t]+$/gm, "").trimEnd();
}
