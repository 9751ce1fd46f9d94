import type { Diagnosis, Matrix } from "../index.js";
import type { DifferenceKind } from "./difference-kind.js";
import { showInput, showResult } from "./show-matrix.js";

/** The first thing in which homework differs from the library. */
export interface CheckDifference {
  /** What it is, for programs. */
  readonly what: DifferenceKind;
  /** Where it is, such as `dL/dx[0, 2]`, or `dL/dx` if it is a single number. */
  readonly place: string;
  /** The number there, or what came instead of one. */
  readonly actual: number | string;
  /** The library's number, or what was expected. */
  readonly expected: number | string;
  /** All this in a sentence. */
  readonly message: string;
  /** The whole matrix that differs, if there is one; a number is 1 x 1. */
  readonly actualMatrix?: Matrix | undefined;
  /** The library's. */
  readonly expectedMatrix?: Matrix | undefined;
}

/**
 * The result of {@link checkLayer}, {@link checkLoss} and {@link checkOptimizer}: plain data that prints as a
 * few lines of text.
 */
export class CheckReport {
  /** Whether homework and library agreed on all inputs. */
  readonly passed: boolean;

  /** @internal */
  constructor(
    /** The function that made the report. */
    readonly check: string,
    /** What the homework was compared with. */
    readonly like: string,
    /** How many inputs went into both, up to the first that showed a difference. */
    readonly runs: number,
    /** The first difference, if there is any. */
    readonly difference?: CheckDifference | undefined,
    /** The smallest input found that shows the difference: its matrices by name. Empty without a difference. */
    readonly input: Readonly<Record<string, Matrix>> = {},
    /** Usual mistakes that explain a wrong gradient, the likeliest first. */
    readonly diagnoses: readonly Diagnosis[] = [],
  ) {
    this.passed = difference === undefined;
  }

  /** The verdict; on failure the difference, the diagnoses, the input that shows it, and both results. */
  toString(): string {
    const { check, like, runs, difference, input, diagnoses } = this;
    const inputs = `${runs} input${runs === 1 ? "" : "s"}`;
    if (difference === undefined) return `${check} passed: like ${like} on ${inputs}`;
    const { message, actualMatrix, expectedMatrix } = difference;
    const inputsShown = Object.entries(input);
    const width = Math.max(...inputsShown.map(([name]) => name.length));
    // The message has a single number.
    const hasMore = actualMatrix && expectedMatrix && expectedMatrix.data.length > 1;
    return [
      `${check} FAILED: ${message}`,
      ...diagnoses.flatMap(({ message, evidence }) => [`diagnosis: ${message}`, `  ${evidence}`]),
      ...(inputsShown.length > 0 ? ["the smallest input that shows it:"] : []),
      ...inputsShown.map(([name, matrix]) => `  ${name.padEnd(width)} = ${showInput(name, matrix)}`),
      ...(hasMore
        ? ["what comes out:", showResult(actualMatrix), "expected:", showResult(expectedMatrix)]
        : []),
    ].join("\n");
  }

  /** What `console.log` prints in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
