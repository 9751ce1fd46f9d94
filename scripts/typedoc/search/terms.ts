import { stemmer } from "stemmer";

const HAN = /^\p{Script=Han}/u;
const WORDS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Words of questions and sentences that don't tell what they are about. */
const STOP_WORDS = new Set(
  (
    "a an and are as at be but by can could do does for from get go going has have how i if in into is it its me my " +
    "need not of on or should so that the their then there this to use using want was what when where which " +
    "while who why will with would you your"
  ).split(" "),
);

/**
 * The terms of a text: words without their endings, the parts of names in camel case as well, and pairs of Chinese
 * characters, which have no spaces between words.
 */
export function termsOf(text: string): string[] {
  return wordsOf(text).flatMap(partsOf);
}

/** The terms of a query. Words that are in every sentence count only if it has no others. */
export function queryTerms(query: string): string[] {
  const words = wordsOf(query);
  const telling = words.filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  return (telling.length > 0 ? telling : words).flatMap(partsOf);
}

function wordsOf(text: string): string[] {
  return text.match(WORDS) ?? [];
}

function partsOf(word: string): string[] {
  if (HAN.test(word)) return pairsIn(word);
  const parts = word.split(/(?<=[a-z\d])(?=[A-Z])/);
  const terms = parts.length > 1 ? [word, ...parts] : parts;
  return terms.map((term) => stemmer(term.toLowerCase()));
}

function pairsIn(characters: string): string[] {
  const each = [...characters];
  if (each.length < 2) return each;
  return each.slice(1).map((character, i) => `${each[i]}${character}`);
}
