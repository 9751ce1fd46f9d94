import { vi } from "vitest";
import { MissingPython } from "./run-python.js";
import { TestChecks } from "./test-checks.js";

/** A generated module: a chain of blocks as a function, and the lines with a promise. */
interface Snippet {
  readonly promised: readonly number[];
  run(checks: TestChecks): Promise<void>;
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
  const checks = new TestChecks(source);
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
