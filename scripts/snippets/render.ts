import { compileBlock } from "./compile-block.js";
import type { Block } from "./find-blocks.js";

/** Blocks that share a scope: the first and those that continue it. */
export type Chain = readonly [Block, ...Block[]];

/** Groups each block with those that continue it. */
export function chainsOf(blocks: readonly Block[]): Chain[] {
  const chains: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const last = chains.at(-1);
    if (!block.continued) chains.push([block]);
    else if (last) last.push(block);
    else throw new Error(`line ${block.line - 1}: there is no block to continue`);
  }
  return chains;
}

/** A module with the blocks of a chain in one function. Every line of code keeps its number. */
export function renderModule(chain: Chain, checksPath: string): string {
  const blocks = chain.map((block) => ({ ...block, ...compileBlock(block) }));
  const imports = blocks.flatMap((block) => block.imports);
  const head = [
    `import type { TestChecks } from ${JSON.stringify(checksPath)};`,
    ...imports,
    `export const promised = ${JSON.stringify(blocks.flatMap((block) => block.promised))};`,
    "export async function run(checks: TestChecks): Promise<void> {",
  ].join(" ");
  let module = head;
  for (const { line, body, code, output } of blocks) {
    const gap = "\n".repeat(line - module.split("\n").length);
    const end = line + code.split("\n").length - 1;
    module += `${gap}${body}checks.printed(${end}, ${JSON.stringify(output)});`;
  }
  // The compiler would report constants that a block declares for its reader as unused.
  return `${module} void [${blocks.flatMap((block) => block.names)}]; }\n`;
}

/** A test file with a test for each chain of a source file. */
export function renderTests(source: string, lines: readonly number[], stem: string, runPath: string): string {
  return [
    'import { test } from "vitest";',
    `import { runSnippet } from ${JSON.stringify(runPath)};`,
    ...lines.map((line) => `import * as line${line} from ${JSON.stringify(`./${stem}-${line}.js`)};`),
    "",
    ...lines.map(
      (line) =>
        `test("${source}:${line}", ({ skip }) => runSnippet("${source}", line${line}, skip), 120_000);`,
    ),
    "",
  ].join("\n");
}
