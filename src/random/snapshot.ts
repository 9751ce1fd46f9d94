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

/** Throws unless `state` has the form of what `getState` returns. */
export function checkSnapshot(state: unknown): asserts state is RandomSnapshot {
  if (typeof state !== "object" || state === null) {
    wrongType("setState: the state", state, "what getState returned");
  }
  const { words, spare } = state as Partial<RandomSnapshot>;
  if (!Array.isArray(words)) wrongType("setState: words", words, "an array, as getState returns it");
  checkWords(words);
  if (spare === null || (typeof spare === "number" && Math.abs(spare) <= LARGEST_NORMAL)) return;
  wrongNumber("setState: spare", spare, "null or a normal number, as getState returns it");
}

function checkWords(words: readonly unknown[]): asserts words is readonly number[] {
  if (words.length !== WORDS + 1) {
    throw new RangeError(`setState: the state has ${words.length} words; expected ${WORDS + 1}`);
  }
  for (let i = 0; i <= WORDS; i++) {
    const [low, high] = i === 0 ? [0, WORDS - 1] : [-(2 ** 31), 2 ** 31 - 1];
    checkInteger(`setState: word ${i} of the state`, words[i], low, high);
  }
  // Of the word at the position only the highest bit, its sign, goes into words to come.
  const next = 1 + (words[0] as number);
  if (words.some((word, i) => i > 0 && (i === next ? (word as number) < 0 : word !== 0))) return;
  throw new RangeError(
    "setState: the words of the state are 0; expected others: from these only zeros follow",
  );
}
