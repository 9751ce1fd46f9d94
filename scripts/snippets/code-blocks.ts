import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { docComments } from "./doc-comments.js";

/** As many characters of code as the site shows in a line. */
export const CODE_WIDTH = 80;

/** A fenced block of a document or of a doc comment. */
export interface CodeBlock {
  readonly language: string;
  /** The index of its first line in the file. */
  readonly start: number;
  readonly lines: readonly string[];
  /** What stands before the code in each line, such as the asterisk of a doc comment. */
  readonly prefix: string;
}

/** The fenced blocks of a file, from top to bottom. */
export function codeBlocks(path: string): CodeBlock[] {
  const text = readFileSync(path, "utf8");
  const markdown = path.endsWith(".ts") ? docComments(path, text) : text;
  const lines = text.split("\n");
  return new MarkdownIt().parse(markdown, {}).flatMap(({ type, info, map, content }) => {
    if (type !== "fence" || map === null) return [];
    const [fence] = map;
    const prefix = /^\s*(\* ?)?/.exec(lines[fence] as string)?.[0] ?? "";
    const [language = ""] = info.trim().split(/\s+/);
    return [{ language, start: fence + 1, lines: content.replace(/\n$/, "").split("\n"), prefix }];
  });
}
