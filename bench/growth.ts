/** How the time of an iteration grows with points, hidden units and the batch. */
import { buildChildren } from "./lib/build.js";
import { CONTENDERS } from "./lib/contenders.js";
import { digitsJob, type NetworkJob, spiralJob } from "./lib/job.js";
import { machine } from "./lib/machine.js";
import { runOptions } from "./lib/options.js";
import { prepare } from "./lib/prepare.js";
import { type Growth, type GrowthResults, saveResults } from "./lib/results.js";
import { say } from "./lib/rounds.js";
import { runTask } from "./lib/run-task.js";
import { spread } from "./lib/statistics.js";
import { growthTables } from "./lib/tables/growth.js";

const NAMES = ["spiralnet", "numpy", "numpy-tuned"];

const { quick, rounds, pace } = runOptions(5);
/** The largest steps take a sixth of a second, and the first ones make what all others use again. */
const longer = { warmUp: 4 * pace.warmUp, duration: 3 * pace.duration };
const series: readonly { what: Growth["what"]; sizes: number[]; job: (size: number) => NetworkJob }[] = [
  { what: "points", sizes: quick ? [300] : [300, 3000, 30_000, 300_000], job: (n) => spiralJob(n, 100) },
  { what: "hidden", sizes: quick ? [10] : [10, 30, 100, 300, 1000], job: (n) => spiralJob(300, n) },
  { what: "batch", sizes: quick ? [64] : [1, 4, 16, 64, 256, 1024], job: digitsJob },
];
const lines = series.flatMap(({ what, sizes, job }) =>
  sizes.map((size) => ({ what, size, job: job(size), times: {} as Record<string, number[]> })),
);

await buildChildren();
for (const { job } of lines) prepare(job);
for (let round = 0; round < rounds; round++) {
  say(`round ${round + 1} of ${rounds}`);
  for (const { what, size, job, times } of lines) {
    for (const entry of CONTENDERS.filter(({ name }) => NAMES.includes(name))) {
      const { perIteration, cannot, error } = runTask(entry, job, undefined, longer);
      if (perIteration !== undefined) times[entry.name] = [...(times[entry.name] ?? []), perIteration];
      else say(`${what} ${size}, ${entry.name}: ${cannot ?? error}`);
    }
  }
}
const growth: Growth[] = lines.map(({ what, size, times }) => ({
  what,
  size,
  times: Object.fromEntries(Object.entries(times).map(([name, values]) => [name, spread(values)])),
}));
const results: GrowthResults = { machine: machine(), rounds, growth };
say(`raw results: ${saveResults("growth", results, quick)}`);
console.log(growthTables(results));
if (growth.some(({ times }) => !times.spiralnet)) process.exitCode = 1;
