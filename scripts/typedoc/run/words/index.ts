import { en, type Words } from "./en.js";
import { zh } from "./zh.js";

/** The words in the language of the page. */
export const words: Words = document.documentElement.lang.startsWith("zh") ? zh : en;
