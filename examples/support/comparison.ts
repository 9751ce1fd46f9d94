/** Half a unit of the sixth digit short of 5e-6, so that 0.000005 itself, written with rounding errors, still counts as within. */
const ALLOWED = 5.5e-6;

/** A published training log. */
export interface PublishedLog {
  readonly iterations: number;
  /** A loss was printed every so many iterations. */
  readonly every: number;
  readonly loss: readonly string[];
  readonly trainingAccuracy: string;
}

/** A published log beside what comes out here, a line for each published loss. */
export class Comparison {
  readonly #log: PublishedLog;
  #lines = 0;
  #same = 0;
  #close = 0;

  constructor(log: PublishedLog) {
    this.#log = log;
  }

  /** The heading of the table. */
  get heading(): string {
    return "iteration   published   spiralnet";
  }

  /** The table's line for an iteration; undefined where nothing was published. */
  line(iteration: number, loss: number): string | undefined {
    const published = this.#log.loss[iteration / this.#log.every];
    if (published === undefined) return undefined;
    const here = loss.toFixed(6);
    const difference = Number(here) - Number(published);
    this.#lines++;
    if (here === published) this.#same++;
    if (Math.abs(difference) < ALLOWED) this.#close++;
    const remark = here === published ? "" : `   differs by ${difference.toExponential(0)}`;
    return `${String(iteration).padStart(9)}${published.padStart(12)}${here.padStart(12)}${remark}`;
  }

  /** What the table comes to. */
  verdict(accuracy: number): string {
    return [
      `training accuracy: published ${this.#log.trainingAccuracy}, spiralnet ${accuracy.toFixed(2)}`,
      `of ${this.#log.loss.length} lines ${this.#same} are the same to the last digit, ${this.#close} within 5e-6`,
    ].join("\n");
  }

  /** Whether every published line came out, to 5e-6, and the accuracy to its two digits. */
  holds(accuracy: number): boolean {
    const complete = this.#lines === this.#log.loss.length && this.#close === this.#lines;
    return complete && accuracy.toFixed(2) === this.#log.trainingAccuracy;
  }
}
