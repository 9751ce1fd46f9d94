import { expect } from "vitest";
import { Checks, type Outcome } from "./checks.js";
import { runPython } from "./run-python.js";

/** Fails a test where a promise does not hold. Failures name the line in `source`. */
export class TestChecks extends Checks {
  readonly #source: string;

  constructor(source: string) {
    super();
    this.#source = source;
  }

  protected override report({ line, settled, expected }: Outcome): void {
    expect(settled, `${this.#source}:${line}`).toStrictEqual(expected);
  }

  /** A block of Python: runs it, and takes what it prints for the block's output. */
  python(line: number, code: string): void {
    this.print(runPython(`${this.#source}:${line}`, code).trimEnd());
  }

  /** Throws if a line with a promise was not reached. */
  finish(promised: readonly number[]): void {
    const missed = this.missed(promised).map((line) => `${this.#source}:${line}`);
    expect(missed, "promises that were never reached").toEqual([]);
  }
}
