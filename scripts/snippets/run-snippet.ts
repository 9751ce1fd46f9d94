import { vi } from "vitest";
import { Checks } from "./checks.js";
import { MissingPython } from "./run-python.js";

/** A generated module: a chain of blocks as a function, and the lines with a promise. */
interface Snippet {
  readonly promised: readonly number[];
  run(checks: Checks): Promise<void>;
}

/**
 * Runs a snippet and checks the promises in its comments and its output. Skips the test where its Python is
 * missing.
 */
export async function runSnippet(
  source: string,
  { promised, run }: Snippet,
  skip: (note: string) => never,
): Promise<void> {
  const checks = new Checks(source);
  const log = vi.spyOn(console, "log").mockImplementation((...values) => checks.print(...values));
  try {
    await run(checks);
  } catch (error) {
    if (error instanceof MissingPython) skip(error.message);
    throw error;
  } finally {
    log.mockRestore();
  }
  checks.finish(promised);
}
