import MarkdownIt from "markdown-it";

/** A `ts` block of a Markdown text. */
export interface Block {
  /** The number of its first line of code, from 1. */
  readonly line: number;
  readonly code: string;
  /** Whether it continues the block before it, as a fence that opens with `ts continued` says. */
  readonly continued: boolean;
  /** Its output: the `text` block directly after it. */
  readonly output: string | undefined;
}

/** The `ts` blocks of a Markdown text, from top to bottom. */
export function findBlocks(markdown: string): Block[] {
  const tokens = new MarkdownIt().parse(markdown, {});
  return tokens.flatMap((token, i) => {
    const [language, ...words] = token.info.trim().split(/\s+/);
    if (token.type !== "fence" || language !== "ts") return [];
    const line = (token.map as [number, number])[0] + 2;
    const unknown = words.find((word) => word !== "continued");
    if (unknown !== undefined) throw new Error(`line ${line - 1}: unknown word "${unknown}" after "ts"`);
    const next = tokens[i + 1];
    const output = next?.type === "fence" && next.info.trim() === "text" ? next.content : undefined;
    return [{ line, code: token.content, continued: words.length > 0, output }];
  });
}
