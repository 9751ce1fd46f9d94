import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Entry, isPython } from "./contenders.js";
import { CACHE, ROOT } from "./paths.js";
import { ask, pythonWith } from "./python.js";
import type { Startup } from "./results.js";
import { spread } from "./statistics.js";

const EMPTY = join(CACHE, "empty.mjs");

/**
 * How long the import of each contender's packages takes, each time in a new process, and for spiralnet the first product after it. Node's
 * own loader has started before, with an empty module. Everyone has a turn in each round.
 */
export function startups(entries: readonly Entry[], rounds: number): Record<string, Startup> {
  writeFileSync(EMPTY, "");
  const times: Record<string, number[][]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const entry of entries.filter(({ packages }) => packages.length > 0)) {
      const time = isPython(entry) ? pythonImport(entry) : nodeImport(entry);
      if (time) times[entry.name] = [...(times[entry.name] ?? []), time];
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, each]) => [name, startup(each)]));
}

function startup(times: readonly (readonly number[])[]): Startup {
  const [imports, calls] = [0, 1].map((i) => times.map((time) => time[i]).filter((ms) => ms !== undefined));
  return { import: spread(imports), ...(calls.length > 0 && { firstCall: spread(calls) }) };
}

function nodeImport({ packages, before }: Entry): number[] | undefined {
  const lines = [
    before === "delete WebAssembly" && "delete globalThis.WebAssembly;",
    before === "add Float16Array" && "globalThis.Float16Array = class extends Uint16Array {};",
    `await import(${JSON.stringify(pathToFileURL(EMPTY).href)});`,
    "const started = performance.now();",
    ...packages.map((name) => `await import(${JSON.stringify(name)});`),
    "const times = [performance.now() - started];",
    packages.includes("spiralnet") &&
      `const { Matrix } = await import("spiralnet");
      const x = Matrix.full(8, 8, 1);
      const called = performance.now();
      x.matmul(x);
      times.push(performance.now() - called);`,
    "console.log(JSON.stringify(times));",
    "process.exit(0);",
  ];
  const script = lines.filter((line) => line !== false).join("\n");
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return status === 0 ? (JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as number[]) : undefined;
}

function pythonImport({ packages: [name] }: Entry): number[] | undefined {
  const python = pythonWith(name);
  if (!python) return undefined;
  const clock = "import time; t = time.perf_counter()";
  const printed = ask(python.command, `${clock}; import ${name}; print(1e3 * (time.perf_counter() - t))`);
  return printed === undefined ? undefined : [Number(printed)];
}
