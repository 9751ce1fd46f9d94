/** Rewrites the marked parts of docs/performance.md from the raw results; prints the bars. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OTHER } from "./lib/contenders.js";
import { goalsTable } from "./lib/goals.js";
import { type Group, JOBS } from "./lib/jobs.js";
import { memoryTable } from "./lib/memory-table.js";
import { DOCS } from "./lib/paths.js";
import { type AllResults, load, type MemoryRun, type Results } from "./lib/results.js";
import { sizeTable } from "./lib/size.js";
import { resultTables } from "./lib/tables.js";

const results: AllResults = {};
for (const group of Object.keys(JOBS) as Group[]) {
  const loaded = load<Results>(group);
  if (loaded) results[group] = loaded;
}
const memory = load<MemoryRun[]>("memory");
console.log(goalsTable(results, memory));

// The page is about this build alone.
for (const { answers } of Object.values(results)) delete (answers as Record<string, unknown>)[OTHER];
const { A, B, C, D, E, F, points, hidden, batch } = resultTables(results);
const parts = {
  machine: results.A?.machine,
  "job-a": A,
  "job-b": B,
  "job-c": C,
  "job-d": D,
  "job-e": E,
  "job-f": F,
  growth: points && [points, hidden, batch].filter((text) => text !== undefined).join("\n\n"),
  memory: memory && memoryTable(memory),
  size: results.A && (await sizeTable(results)),
};
const file = join(DOCS, "performance.md");
let page = readFileSync(file, "utf8");
for (const [name, content] of Object.entries(parts)) {
  if (content === undefined) {
    console.error(`${name}: no results; that part stays as it is`);
    continue;
  }
  const part = new RegExp(`(<!-- begin ${name} -->\n)[^]*?(<!-- end ${name} -->)`);
  if (!part.test(page)) throw new Error(`${file} has no part "${name}"`);
  page = page.replace(part, (_, begin: string, end: string) => `${begin}\n${content}\n\n${end}`);
}
writeFileSync(file, page);
