/** Gives what a script prints to `print`, however it prints it. */
export function printTo(print: (...values: unknown[]) => void): void {
  for (const name of ["log", "info", "warn", "error", "debug"] as const) console[name] = print;
}
