// Turns the ts and python blocks of the README, the guides and the doc comments into tests under test/snippets/.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path/posix";
import { docComments } from "./snippets/doc-comments.js";
import { findBlocks } from "./snippets/find-blocks.js";
import { type Chain, chainsOf, renderModule, renderTests } from "./snippets/render.js";
import { snippetSources } from "./snippets/sources.js";

const TARGET = "test/snippets";
const HELPERS = "scripts/snippets";

rmSync(TARGET, { recursive: true, force: true });
const counts = snippetSources().map(extract);
const withSnippets = counts.filter((count) => count > 0);
console.log(`${withSnippets.reduce((a, b) => a + b, 0)} snippets in ${withSnippets.length} files`);

/** Writes the modules and the test file of a source; returns the number of its blocks. */
function extract(source: string): number {
  try {
    const text = readFileSync(source, "utf8");
    const blocks = findBlocks(source.endsWith(".ts") ? docComments(source, text) : text);
    if (blocks.length > 0) write(source, chainsOf(blocks));
    return blocks.length;
  } catch (error) {
    throw new Error(`${source}, ${(error as Error).message}`, { cause: error });
  }
}

function write(source: string, chains: readonly Chain[]): void {
  const target = join(TARGET, source);
  const helper = (name: string) => join(relative(dirname(target), HELPERS), name);
  mkdirSync(dirname(target), { recursive: true });
  for (const chain of chains) {
    writeFileSync(`${target}-${chain[0].line}.ts`, renderModule(chain, helper("test-checks.js")));
  }
  const lines = chains.map(([first]) => first.line);
  writeFileSync(`${target}.test.ts`, renderTests(source, lines, basename(source), helper("run-snippet.js")));
}
