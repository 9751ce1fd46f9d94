import type { Script } from "../../../scripts/run-code/script-worker.js";
import { toJavaScript } from "../../../scripts/run-code/to-javascript.js";
import { parse } from "../../../scripts/snippets/parse.js";
import worker from "./worker.ts?worker&url";

/** Turns a program in TypeScript into a script for a worker. Throws a `SnippetError` for wrong syntax. */
export function scriptOf(code: string): Script {
  parse(code);
  const run = `runProgram(async (require, exports) => {${toJavaScript(code)}\n});`;
  return { script: `import ${JSON.stringify(worker)}; ${run}`, start: 1, type: "module" };
}
