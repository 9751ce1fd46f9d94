/** Memory over a long training, and over one with large matrices. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildChildren } from "./lib/build.js";
import { type NetworkJob, spiralJob } from "./lib/job.js";
import { machine } from "./lib/machine.js";
import type { MemoryRun } from "./lib/memory-run.js";
import { runOptions } from "./lib/options.js";
import { BUILD } from "./lib/paths.js";
import { prepare } from "./lib/prepare.js";
import { saveResults } from "./lib/results.js";
import { say } from "./lib/rounds.js";
import { memoryTable } from "./lib/tables/memory.js";

const { quick } = runOptions(1);
await buildChildren();
const results = {
  machine: machine(),
  long: run(spiralJob(300, 100), quick ? 100 : 100_000),
  large: run(spiralJob(30_000, 100), quick ? 20 : 200),
};
say(`raw results: ${saveResults("memory", results, quick)}`);
console.log(memoryTable(results));

function run(job: NetworkJob, iterations: number): MemoryRun {
  prepare(job);
  const child = join(BUILD, "memory-child.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--expose-gc", child, JSON.stringify({ job, iterations })],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the training of ${job.rows} points failed:\n${stderr}`);
  return JSON.parse(stdout) as MemoryRun;
}
