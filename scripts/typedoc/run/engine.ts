import { transform } from "sucrase";
import type { Block } from "../../snippets/find-blocks.js";
import { type Chain, renderModule } from "../../snippets/render.js";

/** The script of the worker, with the library. It is put in when the site is built. */
declare const WORKER: string;

const worker = WORKER.trimEnd();

/** A script that runs a chain of blocks, for a worker. */
export interface Compiled {
  readonly script: string;
  /** The line of the script that is the first one of the chain's module. */
  readonly start: number;
}

/** Turns a chain of TypeScript blocks into a script. Throws a `SnippetError` for wrong syntax. */
export function compile(blocks: readonly Block[]): Compiled {
  const { code } = transform(renderModule(blocks as Chain, "checks"), {
    transforms: ["typescript", "imports"],
    disableESTransforms: true,
  });
  const start = worker.split("\n").length + 1;
  return {
    script: `${worker}\nrunSnippet((require, exports) => {${code}}, ${blocks.length}, ${start});`,
    start,
  };
}
