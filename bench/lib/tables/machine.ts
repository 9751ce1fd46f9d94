import type { BenchResults } from "../results.js";
import { figure } from "./markdown.js";

/** A paragraph on where and with what it was measured. */
export function machineTable({ machine, rounds, quiet, references }: BenchResults): string {
  const { date, system, processor, cores, memory, load, versions } = machine;
  const used = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const checked = Object.values(references).map(({ label }) => label);
  return [
    `Measured on ${date} on ${processor}, ${cores} cores, ${figure(memory / 2 ** 30)} GiB, ${system}; load ${load.toFixed(1)} at the start.`,
    `Medians of ${rounds} interleaved ${rounds === 1 ? "round" : "rounds"}, one thread each; ${Math.round(100 * quiet)} % of the measurements began with nothing else on the processor.`,
    `Checked against ${[...new Set(checked)].join(" and ")}.`,
    `Versions: ${used.join(", ")}.`,
  ].join("\n");
}
