/** How many milliseconds count. */
const WINDOW = 500;

/** Steps a second, of the last half second or so. */
export class Speed {
  private steps = 0;
  private since: number | undefined;
  private rate = 0;

  count(): void {
    this.steps++;
  }

  /** The clock stands until the next reading. */
  pause(): void {
    this.since = undefined;
    this.steps = 0;
    this.rate = 0;
  }

  read(now: number): number {
    this.since ??= now;
    const elapsed = now - this.since;
    if (elapsed >= WINDOW || (this.rate === 0 && elapsed > 0)) this.rate = (1000 * this.steps) / elapsed;
    if (elapsed >= WINDOW) {
      this.since = now;
      this.steps = 0;
    }
    return this.rate;
  }
}
