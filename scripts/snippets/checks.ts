import { format } from "node:util";
import { expect } from "vitest";
import { settle } from "./approximate.js";
import { plain } from "./plain.js";
import { runPython } from "./run-python.js";

/** Checks the promises in a snippet's comments. Failures name the line in `source`. */
export class Checks {
  readonly #source: string;
  readonly #reached: Set<number> = new Set();
  #printed: string[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  /** `actual; // => expected` */
  equal(line: number, actual: unknown, expected: unknown): void {
    expect(plain(actual), this.#reach(line)).toStrictEqual(plain(expected));
  }

  /** `actual; // ≈ expected` */
  near(line: number, actual: unknown, expected: unknown): void {
    const wanted = plain(expected);
    expect(settle(plain(actual), wanted), this.#reach(line)).toStrictEqual(wanted);
  }

  /** `action(); // throws name: part` */
  throws(line: number, action: () => unknown, name: string, part: string): void {
    const place = this.#reach(line);
    let thrown: unknown;
    try {
      action();
    } catch (error) {
      thrown = error;
    }
    expect(thrown, `${place}: what was thrown`).toBeInstanceOf(Error);
    expect((thrown as Error).name, place).toBe(name);
    expect((thrown as Error).message, place).toContain(part);
  }

  /** A block of Python: runs it, and takes what it prints for the block's output. */
  python(line: number, code: string): void {
    this.print(runPython(`${this.#source}:${line}`, code).trimEnd());
  }

  /** Ends a block: compares its output with the `text` block after it, if there is one. */
  printed(line: number, expected: string | undefined): void {
    const lines = this.#printed.join("\n");
    this.#printed = [];
    if (expected !== undefined) expect(trimmed(lines), `${this.#source}:${line}`).toBe(trimmed(expected));
  }

  /** Replaces `console.log`. */
  print(...values: unknown[]): void {
    this.#printed.push(format(...values));
  }

  /** Throws if a line with a promise was not reached. */
  finish(promised: readonly number[]): void {
    const missed = promised
      .filter((line) => !this.#reached.has(line))
      .map((line) => `${this.#source}:${line}`);
    expect(missed, "promises that were never reached").toEqual([]);
  }

  #reach(line: number): string {
    this.#reached.add(line);
    return `${this.#source}:${line}`;
  }
}

function trimmed(text: string): string {
  return text.replace(/[ \t]+$/gm, "").trimEnd();
}
