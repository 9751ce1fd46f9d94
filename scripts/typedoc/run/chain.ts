import type { Block } from "../../snippets/find-blocks.js";

/** The code of a block, and the output it promises. */
export interface Source {
  readonly code: string;
  readonly output: string | undefined;
}

/** The blocks of a chain, numbered as if they stood one after the other in a document, from its second line on. */
export function numbered(sources: readonly Source[]): Block[] {
  let line = 2; // the module has its imports in the first line
  return sources.map(({ code, output }, i) => {
    const block: Block = { language: "ts", code: `${code}\n`, line, continued: i > 0, output };
    line += code.split("\n").length + 1;
    return block;
  });
}

/** The block with a line of the chain, and the line's number in it. */
export function placeOf(blocks: readonly Block[], line: number): { block: number; line: number } | undefined {
  const block = blocks.findLastIndex((candidate) => candidate.line <= line);
  const first = blocks[block]?.line;
  return first === undefined ? undefined : { block, line: line - first + 1 };
}
