/** Times spiralnet and its peers side by side. */
import { parseArgs } from "node:util";
import { CONTENDERS } from "./lib/contenders.js";
import type { Job } from "./lib/contract.js";
import { prepare } from "./lib/data.js";
import { goalsTable } from "./lib/goals.js";
import { type Group, JOBS } from "./lib/jobs.js";
import { machine } from "./lib/machine.js";
import { buildChildren } from "./lib/processes.js";
import { quietShare } from "./lib/quiet.js";
import { type AllResults, save } from "./lib/results.js";
import { runRounds, say } from "./lib/rounds.js";
import { resultTables } from "./lib/tables.js";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    rounds: { type: "string", default: "9" },
    jobs: { type: "string", default: "A,B,C,D,E,F" },
    only: { type: "string" },
    against: { type: "string" },
  },
});
const { quick, against } = values;
const rounds = quick ? 1 : Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  throw new RangeError(`--rounds is ${values.rounds}; expected a positive integer`);
}
const groups = chosen("jobs", values.jobs.split(","), Object.keys(JOBS)) as Group[];
const files = [...new Set(CONTENDERS.map(({ file }) => file))];
const only = values.only === undefined ? files : chosen("only", values.only.split(","), files);
const entries = CONTENDERS.filter(
  ({ file, ours }) => only.includes(file) && (ours !== "other build" || against !== undefined),
);
const jobs = Object.fromEntries(groups.map((group) => [group, quick ? smallest(group) : JOBS[group]]));

const where = machine();
await buildChildren(against);
for (const job of Object.values(jobs).flat()) prepare(job);
const pace = quick ? { warmUp: 1, duration: 1 } : { warmUp: 350, duration: 550 };
const timed = Object.entries(runRounds(jobs, entries, rounds, pace));
const quiet = quietShare();
const results: AllResults = Object.fromEntries(
  timed.map(([group, answers]) => [group, { machine: where, rounds, quiet, answers }]),
);
for (const [group, result] of Object.entries(results)) save(group, result, quick);
console.log([...Object.values(resultTables(results)), goalsTable(results)].join("\n\n").trim());

// Peers may fail here or there; spiralnet may not.
for (const [group, { answers }] of Object.entries(results)) {
  for (const { name } of entries.filter(({ ours }) => ours)) {
    const error = answers[name]?.find((answer) => answer.error !== undefined)?.error;
    if (error === undefined) continue;
    say(`${name} fails in job ${group}: ${error}`);
    process.exitCode = 1;
  }
}

function chosen(option: string, list: string[], all: readonly string[]): string[] {
  const unknown = list.find((name) => !all.includes(name));
  if (unknown === undefined) return list;
  throw new RangeError(`--${option} has ${unknown}; expected some of ${all.join(", ")}`);
}

/** A little of a group's first job: enough to prove that everything works. */
function smallest(group: Group): readonly Job[] {
  const [job] = JOBS[group];
  return [job.kind === "product" ? { ...job, sizes: job.sizes.slice(0, 1) } : { ...job, checkAfter: 10 }];
}
