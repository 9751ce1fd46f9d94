import MiniSearch from "minisearch";
import type { Entry } from "./entry.js";
import { queryTerms, termsOf } from "./terms.js";

/** The entries. They are put in when the site is built. */
declare const ENTRIES: readonly Entry[];

/** The Chinese words of the field and the English ones, from the glossary. */
declare const GLOSSARY: readonly (readonly [chinese: string, english: string])[];

const LIMIT = 10;
/** How many places of one page may be among them. */
const LIMIT_PER_PAGE = 3;
/** Characters of the text around a match. */
const EXCERPT = 90;

/** An entry that a query finds, with the words around the first match in its text. */
export interface Found {
  readonly entry: Entry;
  readonly excerpt: string;
}

const index = new MiniSearch({
  fields: ["title", "parent", "text"],
  tokenize: termsOf,
  processTerm: (term) => term,
});
index.addAll(ENTRIES.map(({ title, parent, text }, id) => ({ id, title, parent, text })));

/** The entries that fit a query best, best first. Those in the language of the page come before others. */
export function search(query: string, language: Entry["language"]): Found[] {
  const name = query.replace(/\s/g, "").toLowerCase();
  const translated = GLOSSARY.filter(([chinese]) => query.includes(chinese)).map(([, english]) => english);
  const results = index.search([query, ...translated].join(" "), {
    tokenize: queryTerms,
    boost: { title: 4, parent: 1.5 },
    prefix: true,
    boostDocument: (id) => {
      const entry = ENTRIES[id] as Entry;
      const exact = entry.parent === "" && entry.title.toLowerCase() === name;
      return entry.weight * (entry.language === language ? 1 : 0.5) * (exact ? 3 : 1);
    },
  });
  const places: Map<string, number> = new Map();
  return results
    .map(({ id, terms }) => ({ entry: ENTRIES[id] as Entry, terms }))
    .filter(({ entry }) => {
      const page = entry.url.replace(/#.*/, "");
      const place = (places.get(page) ?? 0) + 1;
      places.set(page, place);
      return place <= LIMIT_PER_PAGE;
    })
    .slice(0, LIMIT)
    .map(({ entry, terms }) => ({ entry, excerpt: excerptOf(entry.text, terms) }));
}

function excerptOf(text: string, terms: readonly string[]): string {
  const places = terms.map((term) => text.toLowerCase().indexOf(term)).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...places) - EXCERPT / 3);
  if (start === 0 || places.length === 0) return text.slice(0, EXCERPT);
  const word = text.indexOf(" ", start) + 1; // Chinese has few spaces
  const from = word > 0 && word < start + EXCERPT / 3 ? word : start;
  return `… ${text.slice(from, from + EXCERPT)}`;
}
