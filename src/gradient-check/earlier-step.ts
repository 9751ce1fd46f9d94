import type { Trial } from "./trial.js";

/**
 * Runs a layer over another x, as the step before would: the same rows, each one further down. What it keeps
 * of that step shows in the next. An error is left to the step itself.
 */
export function runAtEarlierX(trial: Trial): void {
  try {
    atEarlierX(trial, () => trial.run());
  } catch {}
}

/** Calls a function while x holds the numbers of the step before. */
export function atEarlierX<T>({ x }: Trial, f: () => T): T {
  const { data, cols } = x;
  const numbers = data.slice();
  try {
    data.copyWithin(cols, 0);
    data.set(numbers.subarray(numbers.length - cols));
    return f();
  } finally {
    data.set(numbers);
  }
}
