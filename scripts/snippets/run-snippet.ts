import { vi } from "vitest";
import { Checks } from "./checks.js";

/** A generated module: a chain of blocks as a function, and the lines with a promise. */
interface Snippet {
  readonly promised: readonly number[];
  run(checks: Checks): Promise<void>;
}

/** Runs a snippet and checks the promises in its comments and its output. */
export async function runSnippet(source: string, { promised, run }: Snippet): Promise<void> {
  const checks = new Checks(source);
  const log = vi.spyOn(console, "log").mockImplementation((...values) => checks.print(...values));
  try {
    await run(checks);
  } finally {
    log.mockRestore();
  }
  checks.finish(promised);
}
