import { figure, mebibytes, table } from "./format.js";
import type { MemoryRun } from "./results.js";

/** Memory at the first and the last sample, and at its worst. */
export function memoryTable(runs: readonly MemoryRun[]): string {
  const line = (title: string, value: (run: MemoryRun) => number | undefined) => [
    title,
    ...runs.map((run) => mebibytes(value(run))),
  ];
  return table(
    ["", ...runs.map(({ title }) => title)],
    [
      line("heap and arrays, first sample", ({ samples }) => samples.at(0)?.kept),
      line("heap and arrays, last sample", ({ samples }) => samples.at(-1)?.kept),
      line("resident, before there was a model", ({ before }) => before),
      line("resident, first sample", ({ samples }) => samples.at(0)?.resident),
      line("resident, last sample", ({ samples }) => samples.at(-1)?.resident),
      line("resident, peak", ({ peak }) => peak),
      ["longest pause", ...runs.map(({ pause }) => figure(pause, " ms"))],
    ],
  );
}
