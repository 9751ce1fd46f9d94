import { expect } from "vitest";

/** A call that must fail, the error it must throw, and what the message must say. */
export type Failure = [
  title: string,
  call: () => unknown,
  kind: new (...args: never[]) => Error,
  ...parts: string[],
];

/** Calls f, which must throw an error of exactly this class with all these parts in its message. */
export function expectError(f: () => unknown, kind: Failure[2], ...parts: string[]): void {
  let thrown: unknown;
  try {
    f();
  } catch (error) {
    thrown = error;
  }
  expect(thrown, "nothing was thrown").toBeDefined();
  expect((thrown as Error).constructor.name).toBe(kind.name);
  expect((thrown as Error).name).toBe(kind.name);
  for (const part of parts) expect((thrown as Error).message).toContain(part);
}
