import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Reference, Verdict } from "./check.js";
import type { JobName } from "./job.js";
import type { Machine } from "./machine.js";
import type { MemoryRun } from "./memory-run.js";
import { CACHE, RESULTS } from "./paths.js";
import type { Spread } from "./statistics.js";
import type { Answer } from "./task.js";

/** What was found out about one contender in one job. */
export interface Outcome {
  readonly verdict: Verdict;
  /** A round each. */
  readonly answers: Answer[];
}

/** Import and first call of a library, in ms. */
export interface Startup {
  readonly import: Spread;
  readonly firstCall?: Spread;
}

/** Sizes for a page, in bytes. */
export interface Bundle {
  readonly minified: number;
  readonly gzip: number;
  /** The gzipped part of the library that its contender uses, with the contender. */
  readonly used: number;
  /** WebAssembly files that the page loads beside it, gzipped. */
  readonly beside: number;
}

/** The raw results of `npm run bench`. */
export interface BenchResults {
  readonly machine: Machine;
  readonly rounds: number;
  /** The share of the measurements that began on a quiet machine. */
  readonly quiet: number;
  readonly references: Partial<Record<JobName, Reference>>;
  readonly jobs: Partial<Record<JobName, Record<string, Outcome>>>;
  readonly startup: Record<string, Startup>;
  readonly bundles: Record<string, Bundle>;
}

/** One line of a growth table. */
export interface Growth {
  readonly what: "points" | "hidden" | "batch";
  readonly size: number;
  /** ms per iteration, by contender. */
  readonly times: Record<string, Spread>;
}

/** The raw results of `npm run bench:growth`. */
export interface GrowthResults {
  readonly machine: Machine;
  readonly rounds: number;
  readonly growth: readonly Growth[];
}

/** The raw results of `npm run bench:memory`. */
export interface MemoryResults {
  readonly machine: Machine;
  readonly long: MemoryRun;
  readonly large: MemoryRun;
}

interface Files {
  bench: BenchResults;
  growth: GrowthResults;
  memory: MemoryResults;
}

/** Keeps raw results; those of a quick run, which mean nothing, out of the way. */
export function saveResults<Name extends keyof Files>(
  name: Name,
  results: Files[Name],
  quick: boolean,
): string {
  const directory = quick ? join(CACHE, "quick") : RESULTS;
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${name}.json`);
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
  return file;
}

/** The results that were kept; undefined if there are none. */
export function loadResults<Name extends keyof Files>(name: Name): Files[Name] | undefined {
  const file = join(RESULTS, `${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Files[Name]) : undefined;
}
