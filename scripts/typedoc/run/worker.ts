import { failureOf } from "../../run-code/failure.js";
import { limited } from "../../run-code/limited.js";
import { printTo } from "../../run-code/print-to.js";
import { BrowserChecks } from "./browser-checks.js";
import { libraryFor } from "./library.js";
import type { Message } from "./messages.js";

/** A compiled chain of blocks as a CommonJS module. */
type Snippet = (require: (name: string) => unknown, exports: Partial<Exports>) => void;

interface Exports {
  readonly promised: readonly number[];
  run(checks: BrowserChecks): Promise<void>;
}

/** The code of the chain begins in this line of the worker's script. */
let start = 0;

/** Runs a chain of blocks and tells the page of the last one. The script of the worker ends with this call. */
async function runSnippet(snippet: Snippet, blocks: number, startLine: number): Promise<void> {
  start = startLine;
  const checks = new BrowserChecks(blocks, limited<Message>(post));
  printTo((...values) => checks.print(...values));
  try {
    const exports: Partial<Exports> = {};
    snippet(
      libraryFor((svg) => checks.picture(svg)),
      exports,
    );
    const { run, promised } = exports as Exports;
    await run(checks);
    for (const line of checks.missed(promised)) post({ type: "missed", line });
    post({ type: "done" });
  } catch (error) {
    post(failureOf(error, start));
  }
}

function post(message: Message): void {
  self.postMessage(message);
}

self.addEventListener("unhandledrejection", ({ reason }) => post(failureOf(reason, start)));
Object.assign(self, { runSnippet });
