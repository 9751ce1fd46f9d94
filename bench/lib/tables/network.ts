import { JOBS, type JobName } from "../job.js";
import type { BenchResults } from "../results.js";
import { figure, markdown, megabytes } from "./markdown.js";
import { ratioIn, remarks, timedIn } from "./summary.js";

/** The table of job A, in ms per iteration, or B, in examples per second. */
export function networkTable(results: BenchResults, name: JobName): string {
  const job = JOBS[name];
  const timed = timedIn(results, name);
  const fastest = timed.find(({ entry }) => entry.name === "spiralnet") ?? timed[0];
  if (job.kind !== "network" || !fastest) return "";
  const perSecond = (time: number) => (1000 * job.rows) / time;
  const inMs = name === "A";
  const rows = timed.map(({ entry, time, peak }) => [
    // Another job than the others do, so in italics.
    entry.unchecked ? `*${entry.label}*` : entry.label,
    `float${entry.options.precision}`,
    figure(inMs ? time.median : perSecond(time.median)),
    inMs
      ? `${figure(time.min)} - ${figure(time.max)}`
      : `${figure(perSecond(time.max))} - ${figure(perSecond(time.min))}`,
    figure(ratioIn(results, name, entry.name, fastest.entry.name) ?? Number.NaN),
    megabytes(peak),
  ]);
  const heads = [inMs ? "ms per iteration" : "examples per second", "least - most"];
  const table = markdown(["", "", ...heads, `time, ${fastest.entry.label} = 1`, "peak memory"], rows);
  return [table, remarks(results, name)].filter((part) => part !== "").join("\n\n");
}
