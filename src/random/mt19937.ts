import { mersenne, mersenneFromState } from "pure-rand/generator/mersenne";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { checkInteger } from "../checks/number.js";

/** The words and doubles that NumPy's legacy generator draws from MT19937. */
export class Mt19937 {
  #generator: RandomGenerator;

  constructor(seed: number) {
    this.#generator = mersenne(seed);
  }

  /** 32 random bits. */
  uint32(): number {
    return this.#generator.next() >>> 0;
  }

  /** A number in [0, 1) with 53 random bits: NumPy's `random_sample`. */
  double(): number {
    const high = this.uint32() >>> 5;
    const low = this.uint32() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  /** An integer from 0 to `max`, which is at most 2**53 - 1: draws are masked to the bits of `max` and repeated while too large. */
  upTo(max: number): number {
    if (max === 0) return 0;
    const long = max >= 2 ** 32;
    // The smallest 2**n - 1 that is at least max, or its upper word where it has two.
    const mask = 0xffffffff >>> Math.clz32(long ? max / 2 ** 32 : max);
    for (;;) {
      let value = (this.uint32() & mask) >>> 0;
      if (long) value = value * 2 ** 32 + this.uint32();
      if (value <= max) return value;
    }
  }

  get state(): readonly number[] {
    return this.#generator.getState();
  }

  set state(words: readonly number[]) {
    if (words.length !== 625)
      throw new RangeError(`RandomState: the state has ${words.length} words; expected 625`);
    words.forEach((word, i) => {
      const [low, high] = i === 0 ? [0, 623] : [-(2 ** 31), 2 ** 31 - 1];
      checkInteger(`RandomState: word ${i} of the state`, word, low, high);
    });
    this.#generator = mersenneFromState(words);
  }
}
