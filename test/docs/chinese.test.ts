import { describe, expect, test } from "vitest";
import { blobName, readPage, stampOf, translations } from "../../scripts/translations/translation.js";
import { pageParts, resolve, unreadFormulas } from "./page-parts.js";

const pairs = translations();
const anchors = new Map(
  pairs
    .flatMap(({ chinese, english }) => [chinese, english])
    .map((path) => [path, pageParts(readPage(path)).anchors]),
);
const sorted = (texts: readonly string[]) => [...texts].sort();

/** The place in the Chinese pages that a target of either page stands for. */
function chinesePlace(page: string, target: string): string {
  const [path = "", anchor] = resolve(page, target).split("#");
  const inEnglish = !page.startsWith("docs/zh/");
  const pair = pairs.find(({ chinese, english }) => path === chinese || (inEnglish && path === english));
  const place = pair?.chinese ?? path;
  if (pair === undefined || anchor === undefined) return anchor === undefined ? place : `${place}#${anchor}`;
  const heading = anchors.get(path)?.indexOf(anchor) ?? -1;
  return `${place}, ${heading < 0 ? `no heading #${anchor}` : `heading ${heading}`}`;
}

test("three pages are translated", () => {
  expect(pairs.map(({ english }) => english).sort()).toEqual([
    "README.md",
    "docs/case-study.md",
    "docs/homework.md",
  ]);
});

describe.each(pairs)("$chinese", ({ chinese, english }) => {
  const [translated, original] = [readPage(chinese), readPage(english)];
  const [mine, theirs] = [pageParts(translated), pageParts(original)];

  test("translates the English page as it is today", () => {
    const stamp = stampOf(translated);
    expect(
      stamp,
      `${english} has changed since it was translated. See what is new with "git diff ${stamp} ${english}", ` +
        `bring ${chinese} up to date with the words of docs/zh/glossary.md, then run ` +
        `"npx tsx scripts/renew-translations.ts ${chinese}", which also takes over the code`,
    ).toBe(blobName(original));
  });

  test("has the same headings", () => {
    expect(mine.levels).toEqual(theirs.levels);
  });

  test("has the same blocks of code, but for the words of comments", () => {
    expect(mine.blocks).toEqual(theirs.blocks);
  });

  test("has the same code in its sentences and tables", () => {
    expect(sorted(mine.code)).toEqual(sorted(theirs.code));
  });

  test("has the same formulas", () => {
    expect(new Set(mine.formulas)).toEqual(new Set(theirs.formulas));
  });

  test("has formulas that GitHub reads", () => {
    expect(unreadFormulas(translated)).toEqual([]);
  });

  test("has no emphasis that Markdown takes for text", () => {
    expect(mine.texts.filter((text) => text.includes("**"))).toEqual([]);
  });

  test("begins with a link to the other language, as the English page does", () => {
    expect(resolve(chinese, mine.targets[0] ?? "")).toBe(english);
    expect(resolve(english, theirs.targets[0] ?? "")).toBe(chinese);
  });

  test("links to the same places, in Chinese if they are translated", () => {
    const places = (page: string, [, ...targets]: readonly string[]) =>
      sorted(targets.map((target) => chinesePlace(page, target)));
    expect(places(chinese, mine.targets)).toEqual(places(english, theirs.targets));
    expect(places(chinese, mine.targets).filter((place) => place.includes("no heading"))).toEqual([]);
  });

  test("uses the words of the glossary", () => {
    const [, rows = ""] = readPage("docs/zh/glossary.md").split("| --- | --- | --- |\n");
    const avoided = [...rows.matchAll(/([^| ]+) \|$/gm)]
      .flatMap(([, words = ""]) => words.split("、"))
      .filter((word) => word !== "–");
    expect(avoided.length).toBeGreaterThan(10);
    expect(avoided.filter((word) => translated.includes(word))).toEqual([]);
  });
});
