/**
 * Hands out blocks of a range, the shortest free one that is long enough, and takes them back; free
 * neighbours become one. Free blocks are found by their start, their end and their length, so the time
 * that take and give need does not grow with their number.
 */
export class Blocks {
  readonly #endOf = new Map<number, number>();
  readonly #startOf = new Map<number, number>();
  readonly #startsOf = new Map<number, Set<number>>();
  /**
   * The lengths of free blocks, each once, ascending. In a range of n elements there are fewer than √(2n),
   * however many blocks are free.
   */
  readonly #lengths: number[] = [];

  constructor(start: number, end: number) {
    this.#add(start, end);
  }

  /** The start of `length` free elements, or undefined if no free block is so long. */
  take(length: number): number | undefined {
    const found = this.#lengths[this.#rank(length)];
    if (found === undefined) return undefined;
    const [start] = this.#startsOf.get(found) as Set<number>;
    if (start === undefined) return undefined;
    this.#remove(start, start + found);
    if (found > length) this.#add(start + length, start + found);
    return start;
  }

  /** Takes `length` elements from `start` back. */
  give(start: number, length: number): void {
    const end = start + length;
    const before = this.#startOf.get(start) ?? start;
    const after = this.#endOf.get(end) ?? end;
    if (before < start) this.#remove(before, start);
    if (after > end) this.#remove(end, after);
    this.#add(before, after);
  }

  #add(start: number, end: number): void {
    const length = end - start;
    this.#endOf.set(start, end);
    this.#startOf.set(end, start);
    const starts = this.#startsOf.get(length);
    if (starts) starts.add(start);
    else {
      this.#startsOf.set(length, new Set([start]));
      this.#lengths.splice(this.#rank(length), 0, length);
    }
  }

  #remove(start: number, end: number): void {
    const length = end - start;
    this.#endOf.delete(start);
    this.#startOf.delete(end);
    const starts = this.#startsOf.get(length);
    starts?.delete(start);
    if (starts?.size !== 0) return;
    this.#startsOf.delete(length);
    this.#lengths.splice(this.#rank(length), 1);
  }

  /** How many of the lengths are shorter. */
  #rank(length: number): number {
    let low = 0;
    let high = this.#lengths.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lengths[middle] as number) < length) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
