import MarkdownIt from "markdown-it";

/** A block of code in a Markdown text. */
export interface Block {
  readonly language: "ts" | "python";
  /** The number of its first line of code, from 1. */
  readonly line: number;
  readonly code: string;
  /** Whether it continues the block before it, as the word `continued` after the language says. */
  readonly continued: boolean;
  /** Its output: the `text` block directly after it. */
  readonly output: string | undefined;
}

/**
 * The `ts` and `python` blocks of a Markdown text, from top to bottom. What the tests can't run is left out: a
 * fence that opens with `python untested`.
 */
export function findBlocks(markdown: string): Block[] {
  const tokens = new MarkdownIt().parse(markdown, {});
  return tokens.flatMap((token, i) => {
    const [language, ...words] = token.info.trim().split(/\s+/);
    if (token.type !== "fence" || (language !== "ts" && language !== "python")) return [];
    if (token.info.trim() === "python untested") return [];
    const line = (token.map as [number, number])[0] + 2;
    const unknown = words.find((word) => word !== "continued");
    if (unknown !== undefined)
      throw new Error(`line ${line - 1}: unknown word "${unknown}" after "${language}"`);
    const next = tokens[i + 1];
    const output = next?.type === "fence" && next.info.trim() === "text" ? next.content : undefined;
    return [{ language, line, code: token.content, continued: words.length > 0, output }];
  });
}
