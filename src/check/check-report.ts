import type { Diagnosis, Matrix } from "../index.js";
import type { DifferenceKind } from "./difference-kind.js";
import { showInput, showResult } from "./show-matrix.js";

/** The first thing in which homework differs from the library. */
export interface CheckDifference {
  /** What it is, for programs. */
  readonly what: DifferenceKind;
  /** Where it is, such as `dL/dx[0, 2]`. */
  readonly place: string;
  /** The number there, or what came instead of one. */
  readonly actual: number | string;
  /** The library's number, or what was expected. */
  readonly expected: number | string;
  /** All this in a sentence. */
  readonly message: string;
  /** The whole matrix that differs, if it is one. */
  readonly actualMatrix?: Matrix | undefined;
  /** The library's. */
  readonly expectedMatrix?: Matrix | undefined;
}

/** What a report is made of. */
interface Contents {
  readonly check: string;
  readonly like: string;
  readonly runs: number;
  readonly difference?: CheckDifference | undefined;
  readonly input?: Readonly<Record<string, Matrix>> | undefined;
  readonly diagnoses?: readonly Diagnosis[];
}

/**
 * The result of {@link checkLayer}, {@link checkLoss} and {@link checkOptimizer}: plain data that prints as a
 * few lines of text.
 */
export class CheckReport {
  /** Whether homework and library agreed on all inputs. */
  readonly passed: boolean;
  /** The function that made the report. */
  readonly check: string;
  /** What the homework was compared with. */
  readonly like: string;
  /** How many inputs went into both, up to the first that showed a difference. */
  readonly runs: number;
  /** The first difference, if there is any. */
  readonly difference: CheckDifference | undefined;
  /** The smallest input found that shows the difference: its matrices by name. Empty without a difference. */
  readonly input: Readonly<Record<string, Matrix>>;
  /** Usual mistakes that explain a wrong gradient, the likeliest first. */
  readonly diagnoses: readonly Diagnosis[];

  /** @internal */
  constructor({ check, like, runs, difference, input = {}, diagnoses = [] }: Contents) {
    this.passed = difference === undefined;
    this.check = check;
    this.like = like;
    this.runs = runs;
    this.difference = difference;
    this.input = input;
    this.diagnoses = diagnoses;
  }

  /** The verdict; on failure the difference, the diagnoses, the input that shows it, and both results. */
  toString(): string {
    const { check, like, runs, difference, input, diagnoses } = this;
    const inputs = `${runs} input${runs === 1 ? "" : "s"}`;
    if (difference === undefined) return `${check} passed: like ${like} on ${inputs}`;
    const { message, actualMatrix, expectedMatrix } = difference;
    const names = Object.keys(input);
    const width = Math.max(...names.map((name) => name.length));
    const shown = names.map((name) => `  ${name.padEnd(width)} = ${showInput(name, input[name] as Matrix)}`);
    return [
      `${check} FAILED: ${message}`,
      ...diagnoses.flatMap(({ message, evidence }) => [`diagnosis: ${message}`, `  ${evidence}`]),
      ...(shown.length > 0 ? ["the smallest input that shows it:", ...shown] : []),
      ...(actualMatrix ? ["what comes out:", `  ${showResult(actualMatrix)}`] : []),
      ...(expectedMatrix ? ["expected:", `  ${showResult(expectedMatrix)}`] : []),
    ].join("\n");
  }

  /** What `console.log` prints in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
