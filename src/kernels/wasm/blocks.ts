/** A part of a memory, in elements. */
interface Block {
  start: number;
  readonly end: number;
}

/** Hands out parts of a range, the first that is long enough, and takes them back. Neighbouring free parts become one. */
export class Blocks {
  #free: readonly Block[];

  constructor(start: number, end: number) {
    this.#free = [{ start, end }];
  }

  /** The start of `length` free elements, or undefined where no free part is so long. */
  take(length: number): number | undefined {
    const fit = this.#free.find(({ start, end }) => end - start >= length);
    if (fit === undefined) return undefined;
    fit.start += length;
    this.#free = this.#free.filter(({ start, end }) => start < end);
    return fit.start - length;
  }

  /** Gives `length` elements from `start` back. */
  give(start: number, length: number): void {
    const end = start + length;
    // Free parts never overlap, so at most one ends where this begins, and one begins where this ends.
    const before = this.#free.find((block) => block.end === start);
    const after = this.#free.find((block) => block.start === end);
    const merged = { start: before?.start ?? start, end: after?.end ?? end };
    this.#free = [...this.#free.filter((block) => block !== before && block !== after), merged];
  }
}
