import { Printable } from "../matrix/printable.js";

/** Two derivatives with respect to the same number, which should be the same. */
export interface GradientEntry {
  /** The parameter, or `x`. */
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
   * $|a - n| / \max(|a|, |n|, \epsilon)$, with $\epsilon$ the size below which rounding alone could exceed the tolerance. At a kink $n$ is what
   * is nearest to $a$ of all from the slope on one side to that on the other.
   */
  readonly relativeError: number;
}

/** What {@link gradientCheck} found. Prints as a few lines of text. */
export class GradientReport extends Printable {
  /** How many derivatives were compared. */
  readonly checked: number;
  /** Whether no relative error is above the tolerance. */
  readonly passed: boolean;
  /** The entry with the largest relative error; undefined where there was nothing to check. */
  readonly worst: GradientEntry | undefined;

  /** @internal */
  constructor(
    entries: readonly GradientEntry[],
    /**
     * Entries where the slopes to the left and to the right differ, as ReLU's do at 0: there is no derivative to compare with. A gradient
     * between the two slopes is accepted there.
     */
    readonly kinks: readonly GradientEntry[],
    /** The largest relative error that passes. */
    readonly tolerance: number,
  ) {
    super();
    this.checked = entries.length;
    this.worst = entries.reduce<GradientEntry | undefined>(
      (worst, entry) => (worst && worst.relativeError >= entry.relativeError ? worst : entry),
      undefined,
    );
    this.passed = this.worst === undefined || this.worst.relativeError <= tolerance;
  }

  /** The verdict, the worst entry with both derivatives, and a warning where there are kinks. */
  toString(): string {
    const verdict = `gradient check ${this.passed ? "passed" : "FAILED"}: ${this.checked} derivatives`;
    const lines = this.worst
      ? [
          `${verdict}, the worst relative error is ${this.worst.relativeError.toExponential(1)}`,
          describe(this.worst),
        ]
      : [verdict];
    if (this.kinks.length > 0) {
      lines.push(
        `warning: ${this.kinks.length} of them at a kink, where left and right slopes differ:`,
        describe(this.kinks[0] as GradientEntry),
      );
    }
    return lines.join("\n");
  }
}

function describe({ name, row, col, analytic, numeric }: GradientEntry): string {
  return `  ${name}[${row}, ${col}]: analytic ${analytic}, numeric ${numeric}`;
}
