/**
 * Printed losses have six digits. Subtraction may round a difference of 5e-6 up, so this allows a little
 * more.
 */
const TOLERANCE = 5.5e-6;

/** A published training log. */
export interface PublishedLog {
  readonly iterations: number;
  /** The number of iterations from one printed loss to the next. */
  readonly every: number;
  readonly loss: readonly string[];
  readonly trainingAccuracy: string;
}

/** Compares a training run with its published log, row by row. */
export class Comparison {
  readonly heading = row("iteration", "published", "spiralnet");
  readonly #log: PublishedLog;
  #exact = 0;
  #close = 0;
  #sameAccuracy = false;

  constructor(log: PublishedLog) {
    this.#log = log;
  }

  /** The row of an iteration, or undefined if no loss was published for it. */
  compareLoss(iteration: number, loss: number): string | undefined {
    const published = this.#log.loss[iteration / this.#log.every];
    if (published === undefined) return undefined;
    const ours = loss.toFixed(6);
    const difference = Number(ours) - Number(published);
    if (ours === published) this.#exact++;
    else if (Math.abs(difference) < TOLERANCE) this.#close++;
    const remark = ours === published ? "" : `   differs by ${difference.toExponential(0)}`;
    return row(iteration, published, ours) + remark;
  }

  /** The last row: the accuracy on the training points. */
  compareAccuracy(accuracy: number): string {
    const ours = accuracy.toFixed(2);
    this.#sameAccuracy = ours === this.#log.trainingAccuracy;
    return row("accuracy", this.#log.trainingAccuracy, ours);
  }

  /** Whether every published loss came out, to 5e-6, and the accuracy to its two digits. */
  get holds(): boolean {
    return this.#sameAccuracy && this.#exact + this.#close === this.#log.loss.length;
  }

  /** What the rows come to, in one sentence. */
  get verdict(): string {
    const all = this.#log.loss.length;
    const exact = `${this.#exact} of ${all} losses match the published log to the last digit`;
    if (!this.holds)
      return `These are not the published numbers: ${exact}, and ${this.#close} more within 5e-6.`;
    return this.#close === 0 ? `${exact}.` : `${exact}, and the other ${this.#close} within 5e-6.`;
  }
}

function row(...cells: readonly (string | number)[]): string {
  return cells.map((cell) => String(cell).padStart(12)).join("");
}
