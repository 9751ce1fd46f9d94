import type { Script } from "../../run-code/script-worker.js";
import { toJavaScript } from "../../run-code/to-javascript.js";
import type { Block } from "../../snippets/find-blocks.js";
import { type Chain, renderModule } from "../../snippets/render.js";

/** The script of the worker, with the library. It is put in when the site is built. */
declare const WORKER: string;

const worker = WORKER.trimEnd();

/** Turns a chain of TypeScript blocks into a script for a worker. Throws a `SnippetError` for wrong syntax. */
export function compile(blocks: readonly Block[]): Script {
  const code = toJavaScript(renderModule(blocks as Chain, "checks"));
  const start = worker.split("\n").length + 1;
  return {
    script: `${worker}\nrunSnippet((require, exports) => {${code}}, ${blocks.length}, ${start});`,
    start,
  };
}
