import { en, type Words } from "../words/en.js";
import { zh } from "../words/zh.js";

const LANGUAGES = { en, zh };

/** A language that the page speaks. */
export type Language = keyof typeof LANGUAGES;

let language: Language = "en";
const said: ((words: Words) => void)[] = [];

/** Sets a text, now and again whenever the language changes. For what lives as long as the page. */
export function say(apply: (words: Words) => void): void {
  said.push(apply);
  apply(words());
}

/** The texts in the language of the page. */
export function words(): Words {
  return LANGUAGES[language];
}

/** The language of the page. */
export function currentLanguage(): Language {
  return language;
}

/** Speaks another language from now on. */
export function setLanguage(next: Language): void {
  language = next;
  document.documentElement.lang = next === "zh" ? "zh-Hans" : "en";
  for (const apply of said) apply(words());
}

/** The first of some languages, such as "zh-Hans", that the page speaks; English if it speaks none. */
export function chooseLanguage(tags: readonly string[]): Language {
  const tag = tags.find(isSpoken);
  return tag === undefined ? "en" : (nameOf(tag) as Language);
}

/** Whether the page speaks a language. */
export function isSpoken(tag: string): boolean {
  return Object.keys(LANGUAGES).includes(nameOf(tag));
}

function nameOf(tag: string): string {
  return tag.toLowerCase().replace(/-.*/, "");
}
