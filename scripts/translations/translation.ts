import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { takeCode } from "./take-code.js";

const FOLDER = "docs/zh";

/** A Chinese page and the English page that it translates. */
export interface Translation {
  readonly chinese: string;
  readonly english: string;
}

/** All translations, by their paths from the root of the repository. */
export function translations(): Translation[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".md") && name !== "glossary.md");
  return names.map((name) => ({
    chinese: `${FOLDER}/${name}`,
    english: name === "README.md" ? name : `docs/${name}`,
  }));
}

/** The text of a page, with the line ends of Unix on every system. */
export function readPage(path: string): string {
  return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
}

/** The name that git gives to a text, so that `git show` and `git diff` find it again. */
export function blobName(text: string): string {
  return createHash("sha1")
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest("hex");
}

/** The version of the English page that a Chinese page says it is made from; undefined if it doesn't say. */
export function stampOf(chinese: string): string | undefined {
  return /\n<!-- translates (\w{40}) -->\n$/.exec(chinese)?.[1];
}

/** Takes the code of today's English page, and says at the end of the Chinese one that it translates that. */
export function renew({ chinese, english }: Translation): void {
  const original = readPage(english);
  const text = takeCode(readPage(chinese), original).replace(/\n*(<!-- translates \w+ -->\n)?$/, "");
  writeFileSync(chinese, `${text}\n\n<!-- translates ${blobName(original)} -->\n`);
}
