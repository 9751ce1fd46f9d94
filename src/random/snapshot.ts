import { checkInteger } from "../errors/number.js";
import { wrongNumber, wrongType } from "../errors/wrong.js";
import { LARGEST_NORMAL } from "./gaussian.js";
import { WORDS } from "./mt19937.js";

/** The state of a {@link RandomState}: plain data that survives `JSON.stringify`. */
export interface RandomSnapshot {
  /** The generator's position and its 624 words. */
  readonly words: readonly number[];
  /** The normal kept for the next call, if there is one. */
  readonly spare: number | null;
}

const EXPECTED = "what getState returned";

/** Throws unless `state` has the form of what `getState` returns. `place` says where it comes from. */
export function checkSnapshot(place: string, state: unknown): asserts state is RandomSnapshot {
  if (typeof state !== "object" || state === null) wrongType(`${place}: the state`, state, EXPECTED);
  const { words, spare } = state as Partial<RandomSnapshot>;
  if (!Array.isArray(words)) wrongType(`${place}: words`, words, EXPECTED);
  if (words.length !== WORDS + 1) wrongNumber(`${place}: the number of words`, words.length, "625");
  words.forEach((word, i) => {
    const [low, high] = i === 0 ? [0, WORDS - 1] : [-(2 ** 31), 2 ** 31 - 1];
    checkInteger(`${place}: words[${i}]`, word, low, high);
  });
  // Of the word at the position only the highest bit counts for the next round.
  const position = words[0] as number;
  if (words.every((word, i) => i === 0 || (i === position + 1 ? word >>> 31 : word) === 0)) {
    wrongNumber(`${place}: every word`, 0, "others, since only zeros follow");
  }
  if (spare === null || (typeof spare === "number" && Math.abs(spare) <= LARGEST_NORMAL)) return;
  wrongNumber(`${place}: spare`, spare, EXPECTED);
}
