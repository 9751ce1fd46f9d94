import { Printable } from "../matrix/printable.js";
import type { Diagnosis } from "./diagnosis.js";
import type { GradientProblem } from "./gradient-problem.js";

/** Two derivatives with respect to the same number, which should be equal. */
export interface GradientEntry {
  /** The parameter's name, or `x`. */
  readonly name: string;
  /** The row within it. */
  readonly row: number;
  /** The column within it. */
  readonly col: number;
  /** The derivative that `backward` gave. */
  readonly analytic: number;
  /** The derivative by centred differences. */
  readonly numeric: number;
  /**
   * |a − n| / max(|a|, |n|, ε), with ε the size below which rounding alone could exceed the tolerance. At a kink, n is the slope nearest to
   * a of all from that on one side to that on the other.
   */
  readonly relativeError: number;
  /**
   * Whether the slopes of the two sides differ, as ReLU's do at 0: there is no derivative to compare with.
   */
  readonly kink: boolean;
}

/** The result of {@link gradientCheck}. Prints as a few lines of text. */
export class GradientReport extends Printable {
  /** How many derivatives were compared. */
  readonly checked: number;
  /** Whether there is no problem and no relative error above the tolerance. */
  readonly passed: boolean;
  /** The entry with the largest relative error; undefined if there was nothing to compare. */
  readonly worst: GradientEntry | undefined;
  /** The entries at a kink. A gradient between the slopes of the two sides is accepted. */
  readonly kinks: readonly GradientEntry[];

  /** @internal */
  constructor(
    entries: readonly GradientEntry[],
    /** Mistakes other than a wrong derivative. */
    readonly problems: readonly GradientProblem[],
    /** The largest relative error that passes. */
    readonly tolerance: number,
    /** How many derivatives there are: more than `checked` if those are a sample. */
    readonly total: number = entries.length,
    /** The usual mistakes that explain wrong derivatives, best first for each parameter; see {@link diagnose}. */
    readonly diagnoses: readonly Diagnosis[] = [],
  ) {
    super();
    this.checked = entries.length;
    this.kinks = entries.filter(({ kink }) => kink);
    this.worst = entries.reduce<GradientEntry | undefined>(
      (worst, entry) => (worst && worst.relativeError >= entry.relativeError ? worst : entry),
      undefined,
    );
    this.passed = problems.length === 0 && !(this.worst && this.worst.relativeError > tolerance);
  }

  /** The verdict, the worst entry with both derivatives, diagnoses, problems, and a warning if there are kinks. */
  toString(): string {
    const { checked, diagnoses, kinks, passed, problems, total, worst } = this;
    const derivatives = checked < total ? `${show(checked)} of ${show(total)}` : show(checked);
    const count = problems.length > 0 ? `${problems.length} problem${problems.length > 1 ? "s" : ""}, ` : "";
    const error = worst ? `, the worst relative error is ${worst.relativeError.toExponential(1)}` : "";
    const lines = [
      `gradient check ${passed ? "passed" : "FAILED"}: ${count}${derivatives} derivatives${error}`,
      ...(worst ? [describe(worst)] : []),
      ...diagnoses.flatMap(({ message, evidence }) => [
        wrapped(`diagnosis: ${message}`, "  "),
        wrapped(`  evidence: ${evidence}`, "    "),
      ]),
      ...problems.map(({ message }) => `problem: ${message}`),
    ];
    if (kinks.length > 0) {
      lines.push(
        `warning: ${kinks.length} of them at a kink, where left and right slopes differ:`,
        describe(kinks[0] as GradientEntry),
      );
    }
    return lines.join("\n");
  }
}

/** Text in lines of at most 100 characters; all but the first begin with `indent`. */
function wrapped(text: string, indent: string): string {
  return text.replace(/(.{1,96})( |$)/g, `$1\n${indent}`).trimEnd();
}

function show(count: number): string {
  return count.toLocaleString("en-US");
}

function describe({ name, row, col, analytic, numeric }: GradientEntry): string {
  return `  ${name}[${row}, ${col}]: analytic ${analytic}, numeric ${numeric}`;
}
