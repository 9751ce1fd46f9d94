/** Rewrites the marked parts of docs/performance.md and docs/performance.svg from the raw results; prints the goals beside them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chart } from "./lib/chart.js";
import { DOCS } from "./lib/paths.js";
import { loadResults } from "./lib/results.js";
import { goalsTable } from "./lib/tables/goals.js";
import { growthTables } from "./lib/tables/growth.js";
import { machineTable } from "./lib/tables/machine.js";
import { memoryTable } from "./lib/tables/memory.js";
import { networkTable } from "./lib/tables/network.js";
import { productTable } from "./lib/tables/product.js";
import { sizeTable } from "./lib/tables/size.js";

const bench = loadResults("bench");
const growth = loadResults("growth");
const memory = loadResults("memory");
const parts: Record<string, string | undefined> = {
  machine: bench && machineTable(bench),
  "job-a": bench && networkTable(bench, "A"),
  "job-b": bench && networkTable(bench, "B"),
  "job-c": bench && productTable(bench),
  size: bench && sizeTable(bench),
  growth: growth && growthTables(growth),
  memory: memory && memoryTable(memory),
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
if (bench) writeFileSync(join(DOCS, "performance.svg"), chart(bench));
console.log(goalsTable(bench, growth, memory));
