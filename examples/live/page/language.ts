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

/** The language that an address asks for with `lang=`, otherwise the browser's. */
export function chooseLanguage(asked: string | null, preferred: readonly string[]): Language {
  for (const tag of asked === null ? preferred : [asked]) {
    const [name] = tag.toLowerCase().split("-");
    if (name === "en" || name === "zh") return name;
  }
  return "en";
}
