/**
 * Executes the notebook of the case study from a clean state, on the Jupyter kernel of the Deno that the platform tests
 * use, and compares its outputs with those in the file. The exit code is 1 if they differ. With `--write`, it renews the
 * outputs instead, as another Deno may require: sines and logarithms differ in the last bit, and the printed losses after
 * thousands of iterations in the last digit. Needs a built `dist` and Python's nbclient.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { binary, installRuntimes } from "../test/platforms/runtimes.js";
import { compareOutputs } from "./notebook/compare.js";
import { executeNotebook } from "./notebook/execute.js";
import { codeCells, type Notebook, readNotebook } from "./notebook/notebook.js";
import { joinPrints } from "./notebook/outputs.js";

const NAME = "case-study.ipynb";
const path = fileURLToPath(new URL(`../examples/${NAME}`, import.meta.url));

installRuntimes();
const committed = readNotebook(path);
const executed = executeNotebook(NAME, binary("deno"));
if (process.argv.includes("--write")) write(committed, executed);
else report(compareOutputs(committed, executed));

/** Takes over outputs and their numbers only, so that a difference in the file is one in what the notebook shows. */
function write(notebook: Notebook, { cells }: Notebook): void {
  for (const cell of codeCells(notebook)) {
    const now = cells.find(({ id }) => id === cell.id);
    if (now?.cell_type !== "code") continue;
    cell.execution_count = now.execution_count;
    cell.outputs = joinPrints(now.outputs);
  }
  writeFileSync(path, `${JSON.stringify(notebook, null, 1)}\n`);
  console.log(`${NAME}: outputs written`);
}

function report(differences: readonly string[]): void {
  for (const difference of differences) console.error(`${NAME}, ${difference}\n`);
  if (differences.length > 0) {
    console.error("If the new outputs are right, renew them: npx tsx scripts/run-notebook.ts --write");
    process.exitCode = 1;
  } else console.log(`${NAME}: all ${codeCells(committed).length} code cells show what the file shows`);
}
