/** The least number of milliseconds from one frame to the next. */
const FRAME = 16;

/** A frame should take no longer, in milliseconds. */
const DEAR = 8;

/** If it takes less, it may be finer. */
const CHEAP = 4;

/** Keeps training the most of the work: how often to make a frame, and how fine, on this machine. */
export class Pace {
  private due = Number.NEGATIVE_INFINITY;
  private share = 1;

  /** The share of the usual work to put into a frame. */
  get detail(): number {
    return this.share;
  }

  isDue(now: number): boolean {
    return now >= this.due;
  }

  /** Learns from how long a frame took. The training after it gets as long at least. */
  took(start: number, end: number): void {
    const cost = end - start;
    this.due = start + Math.max(FRAME, 2 * cost);
    if (cost > DEAR) this.share = Math.max(0.05, 0.7 * this.share);
    else if (cost < CHEAP) this.share = Math.min(1, 1.1 * this.share);
  }
}
