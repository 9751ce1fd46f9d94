import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import type { Entry } from "./contenders.js";
import type { Answer, Job, Pace, Task } from "./contract.js";
import { CACHE, ROOT } from "./paths.js";
import { pythonEnvironment, pythonWith } from "./python.js";
import { waitForQuiet } from "./quiet.js";

const TIMEOUT = 600_000;
/** A timed task waits for a quiet processor at most so many times as long as it is timed. */
const PATIENCE = 10;

/** Where the compiled children are that use one of the builds of spiralnet. */
export const CHILDREN = {
  "this build": join(CACHE, "this-build"),
  "other build": join(CACHE, "other-build"),
};

/**
 * Compiles the children, so that their memory is Node, the contender and its library; again for `against`.
 */
export async function buildChildren(against?: string): Promise<void> {
  await compile(CHILDREN["this build"]);
  if (against === undefined) return;
  // Without a package there, Node would find this build.
  const manifest = resolve(against, "package.json");
  if (!existsSync(manifest)) throw new Error(`--against: ${manifest} is missing`);
  await compile(CHILDREN["other build"]);
  // These children find their spiralnet here first.
  const modules = join(CHILDREN["other build"], "node_modules");
  mkdirSync(modules);
  symlinkSync(resolve(against), join(modules, "spiralnet"));
}

async function compile(outdir: string): Promise<void> {
  rmSync(outdir, { recursive: true, force: true });
  const contenders = readdirSync(join(ROOT, "contenders")).filter((file) => file.endsWith(".ts"));
  await build({
    entryPoints: ["child.ts", "memory-child.ts", ...contenders.map((file) => `contenders/${file}`)],
    absWorkingDir: ROOT,
    outdir,
    outbase: ROOT,
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
  });
}

/** Lets a contender do a job in a process of its own. Whatever goes wrong there is an answer, too. */
export function run(entry: Entry, job: Job, check: boolean, pace?: Pace): Answer {
  const { file, packages, float, variant, flags = [], ours = "this build" } = entry;
  const task: Task = {
    file,
    packages,
    float,
    job,
    check,
    ...(variant && { variant }),
    ...(pace && { pace }),
  };
  const python = entry.python ? pythonWith(packages[0]) : undefined;
  if (entry.python && !python) return { error: `no Python has ${packages[0]}` };
  if (pace) waitForQuiet(PATIENCE * pace.duration);
  const json = JSON.stringify(task);
  return python
    ? spawn(python.command, [join(ROOT, "contenders", `${file}.py`), json], pythonEnvironment())
    : spawn(process.execPath, [...flags, join(CHILDREN[ours], "child.js"), json]);
}

function spawn(command: string, parameters: readonly string[], env = process.env): Answer {
  const options = { cwd: ROOT, env, encoding: "utf8", timeout: TIMEOUT } as const;
  const { status, signal, stdout, stderr, error } = spawnSync(command, parameters, options);
  try {
    if (status === 0) return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Answer;
  } catch {
    return { error: `printed "${stdout.trim().slice(-200)}"` };
  }
  const lines = stderr.replaceAll(ROOT, "bench/").trim().split("\n");
  const line = lines.findLast((text) => /^\S*(Error|Exception)\b/.test(text)) ?? lines.at(-1);
  return { error: error?.message ?? (line || `ended with ${signal ?? status}`) };
}
