/** Times spiralnet and its peers side by side. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildChildren } from "./lib/build.js";
import { bundle } from "./lib/bundle.js";
import { buildCeiling } from "./lib/ceiling.js";
import { chart } from "./lib/chart.js";
import { JOBS } from "./lib/job.js";
import { machine } from "./lib/machine.js";
import { runOptions } from "./lib/options.js";
import { CACHE, RESULTS } from "./lib/paths.js";
import { prepare } from "./lib/prepare.js";
import { quietShare } from "./lib/quiet.js";
import { type BenchResults, type Bundle, saveResults } from "./lib/results.js";
import { runRounds, say } from "./lib/rounds.js";
import { startups } from "./lib/startup.js";
import { machineTable } from "./lib/tables/machine.js";
import { networkTable } from "./lib/tables/network.js";
import { productTable } from "./lib/tables/product.js";
import { sizeTable } from "./lib/tables/size.js";

const options = runOptions(9);
const where = machine();
await buildChildren();
await buildCeiling();
for (const job of options.jobs) prepare(JOBS[job]);

const timed = runRounds(options);
say("import and size");
const bundles: Record<string, Bundle> = {};
for (const entry of options.contenders) {
  const size = await bundle(entry);
  if (size) bundles[entry.name] = size;
}

const results: BenchResults = {
  machine: where,
  rounds: options.rounds,
  quiet: quietShare(),
  ...timed,
  startup: startups(options.contenders, options.rounds),
  bundles,
};
say(`raw results: ${saveResults("bench", results, options.quick)}`);
const directory = options.quick ? join(CACHE, "quick") : RESULTS;
mkdirSync(directory, { recursive: true });
writeFileSync(join(directory, "bench.svg"), chart(results));
const tables = [machineTable(results), networkTable(results, "A"), networkTable(results, "B")];
console.log(
  [...tables, productTable(results), sizeTable(results)].filter((table) => table !== "").join("\n\n"),
);

// The peers may fail here or there; spiralnet may not.
for (const [job, outcomes] of Object.entries(timed.jobs)) {
  for (const [name, { verdict, answers }] of Object.entries(outcomes)) {
    if (!name.startsWith("spiralnet") || (verdict.right && answers.every(({ error }) => !error))) continue;
    console.error(
      `${name} fails in job ${job}: ${verdict.reason ?? answers.find(({ error }) => error)?.error}`,
    );
    process.exitCode = 1;
  }
}
