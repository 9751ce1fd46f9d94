/** Memory over a long training, and of many models that are made and dropped. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { prepare } from "./lib/data.js";
import { count } from "./lib/format.js";
import { goalsTable } from "./lib/goals.js";
import { JOBS } from "./lib/jobs.js";
import { memoryTable } from "./lib/memory-table.js";
import { buildChildren, CHILDREN } from "./lib/processes.js";
import { type MemoryRun, save } from "./lib/results.js";

const { quick } = parseArgs({ options: { quick: { type: "boolean", default: false } } }).values;
const iterations = quick ? 100 : 100_000;
const models = quick ? 100 : 10_000;
const [job] = JOBS.A;

await buildChildren();
prepare(job);
const runs = [
  child({ title: `${count(iterations)} iterations of the case study`, job, iterations }),
  child({ title: `${count(models)} models, a random half dropped, 5 times`, models, cycles: 5 }),
];
save("memory", runs, quick);
console.log(`${memoryTable(runs)}\n\n${goalsTable({}, runs)}`);

function child(order: object): MemoryRun {
  const parameters = ["--expose-gc", join(CHILDREN["this build"], "memory-child.js"), JSON.stringify(order)];
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the run ${JSON.stringify(order)} failed:\n${stderr}`);
  return JSON.parse(stdout) as MemoryRun;
}
