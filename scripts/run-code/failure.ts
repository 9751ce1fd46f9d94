import type { Failed } from "./messages.js";

// The reader's code may have called the library, which stands above it in the stack of an error.
Error.stackTraceLimit = 100;

/** What to tell of an error that was thrown in a worker. Its script has the reader's code from line `start` on. */
export function failureOf(error: unknown, start: number): Failed {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : `thrown: ${String(error)}`;
  return { type: "error", text, line: error instanceof Error ? lineOf(error, start) : undefined };
}

/** The innermost line of the reader's code in an error's stack; a library may stand before it in the script. */
function lineOf({ stack = "" }: Error, start: number): number | undefined {
  return stack
    .split(self.location.href)
    .slice(1)
    .map((place) => Number(/^:(\d+)/.exec(place)?.[1]) - start + 1)
    .find((line) => line >= 1);
}
