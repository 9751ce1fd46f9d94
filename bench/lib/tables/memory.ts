import type { MemoryRun } from "../memory-run.js";
import type { MemoryResults } from "../results.js";
import { count, figure, markdown, megabytes } from "./markdown.js";

/** Memory of the two trainings: at their beginning, their end and their worst. */
export function memoryTable({ long, large }: MemoryResults): string {
  const heads = ["", ...[long, large].map(titleOf)];
  const line = (name: string, value: (run: MemoryRun) => string) => [name, value(long), value(large)];
  const first = ({ samples }: MemoryRun) => samples[0];
  const last = ({ samples }: MemoryRun) => samples[samples.length - 1];
  return markdown(heads, [
    line("the live matrices", ({ live }) => megabytes(live)),
    line("heap and arrays after a twentieth", (run) => megabytes(first(run).heap + first(run).arrays)),
    line("heap and arrays at the end", (run) => megabytes(last(run).heap + last(run).arrays)),
    line("resident after a twentieth", (run) => megabytes(first(run).resident)),
    line("resident at the end", (run) => megabytes(last(run).resident)),
    line("resident before there was a model", ({ before }) => megabytes(before)),
    line("peak", ({ peak }) => megabytes(peak)),
    line("what the training added at most, the live matrices = 1", (run) =>
      figure((run.peak - run.before) / run.live),
    ),
  ]);
}

function titleOf({ points, hidden, iterations }: MemoryRun): string {
  return `${count(points)} points, ${hidden} hidden units, ${count(iterations)} iterations`;
}
