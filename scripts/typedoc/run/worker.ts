import { BrowserChecks } from "./browser-checks.js";
import { libraryFor } from "./library.js";
import { limited } from "./limited.js";
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
  const checks = new BrowserChecks(blocks, limited(post));
  for (const name of ["log", "info", "warn", "error", "debug"] as const) {
    console[name] = (...values) => checks.print(...values);
  }
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
    fail(error);
  }
}

function post(message: Message): void {
  self.postMessage(message);
}

function fail(error: unknown): void {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : `thrown: ${String(error)}`;
  post({ type: "error", text, line: error instanceof Error ? lineOf(error) : undefined });
}

/** The innermost line of the chain in an error's stack. The library stands before it in the same script. */
function lineOf({ stack = "" }: Error): number | undefined {
  return stack
    .split(self.location.href)
    .slice(1)
    .map((place) => Number(/^:(\d+)/.exec(place)?.[1]) - start + 1)
    .find((line) => line >= 1);
}

self.addEventListener("unhandledrejection", (event) => fail(event.reason));
Object.assign(self, { runSnippet });
