/** How many words the generator's state has. */
export const WORDS = 624;

/**
 * The Mersenne Twister (Matsumoto and Nishimura, 1998), with the integers and doubles that NumPy's legacy
 * generator makes from its words.
 *
 * @see {@link http://www.math.sci.hiroshima-u.ac.jp/m-mat/MT/emt.html | Mersenne Twister}
 */
export class Mt19937 {
  // Not #private: those fail behind a Proxy, in which Vue wraps every object of its state.
  private words = new Int32Array(WORDS);
  private position = 0;

  constructor(seed: number) {
    let word = seed;
    for (let i = 0; i < WORDS; i++) {
      if (i > 0) word = Math.imul(word ^ (word >>> 30), 1812433253) + i;
      this.words[i] = word;
    }
    for (let i = 0; i < WORDS; i++) this.renew();
  }

  /** 32 random bits. */
  uint32(): number {
    let y = this.words[this.position] as number;
    this.renew();
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** A number in [0, 1) with 53 random bits: NumPy's `random_sample`. */
  double(): number {
    const high = this.uint32() >>> 5;
    const low = this.uint32() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  /** An integer from 0 to `max` ≤ 2**53 - 1: draws as many bits as `max` has until they are at most `max`. */
  upTo(max: number): number {
    if (max === 0) return 0;
    const long = max >= 2 ** 32;
    // The smallest 2**n - 1 that is at least max, or at least the upper word of a max of two words.
    const mask = 0xffffffff >>> Math.clz32(long ? max / 2 ** 32 : max);
    for (;;) {
      let value = (this.uint32() & mask) >>> 0;
      if (long) value = value * 2 ** 32 + this.uint32();
      if (value <= max) return value;
    }
  }

  /** The position of the next word, then all words. Those before the position belong to the next round. */
  get state(): readonly number[] {
    return [this.position, ...this.words];
  }

  set state(state: readonly number[]) {
    this.position = state[0] as number;
    this.words = Int32Array.from(state.slice(1));
  }

  /** Twists the word at the position into that of the next round and moves to the word after it. */
  private renew(): void {
    const { words, position } = this;
    const after = (position + 1) % WORDS;
    const y = ((words[position] as number) & 0x80000000) | ((words[after] as number) & 0x7fffffff);
    words[position] = (words[(position + 397) % WORDS] as number) ^ (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
    this.position = after;
  }
}
