import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONTENDERS, type Entry } from "./contenders.js";
import type { Answer } from "./contract.js";
import type { Group } from "./jobs.js";
import { median } from "./measure.js";
import { CACHE, RESULTS } from "./paths.js";

/** What came out of one group of jobs. */
export interface Results {
  /** Where and with what it was measured. */
  readonly machine: string;
  readonly rounds: number;
  /** The share of the measurements that began on a quiet processor. */
  readonly quiet: number;
  /** An answer a round for each contender, with the times of all sizes. */
  readonly answers: Readonly<Record<string, readonly Answer[]>>;
}

export type AllResults = Partial<Record<Group, Results>>;

/** Memory after garbage collection, in bytes. */
export interface Sample {
  /** Iterations or cycles before it. */
  readonly after: number;
  /** The heap and the arrays outside of it. */
  readonly kept: number;
  readonly resident: number;
}

export interface MemoryRun {
  readonly title: string;
  /** Resident memory with the library imported, before there was a model. */
  readonly before: number;
  readonly peak: number;
  readonly samples: readonly Sample[];
  /** The longest time in ms without a turn of the event loop. */
  readonly pause?: number;
}

/** The milliseconds of a contender in each round. */
export function timesOf({ answers }: Results, name: string, size: number): number[] {
  return (answers[name] ?? []).map(({ times }) => times?.[size]).filter((time) => time !== undefined);
}

/**
 * The median over the rounds of a value computed from the times of one round. Machines change their pace
 * between rounds; medians of ratios within rounds suffer less than ratios of medians. Undefined if no round
 * has all the times.
 */
export function overRounds(
  { answers, rounds }: Results,
  value: (time: (name: string, size: number) => number) => number,
): number | undefined {
  const values = Array.from({ length: rounds }, (_, round) =>
    value((name, size) => answers[name]?.[round]?.times?.[size] ?? Number.NaN),
  ).filter((each) => !Number.isNaN(each));
  return values.length > 0 ? median(values) : undefined;
}

/** The time of a contender, that of another being 1. */
export function ratio(results: Results, name: string, other: string, size: number): number | undefined {
  return overRounds(results, (time) => time(name, size) / time(other, size));
}

/** What one of `size` points costs, one of `first` being 1. */
export function growth(results: Results, name: string, size: number, first: number): number | undefined {
  return overRounds(results, (time) => time(name, size) / size / (time(name, first) / first));
}

/** Contenders with their times, fastest first. */
export function timed(results: Results, size: number): { entry: Entry; times: number[] }[] {
  return CONTENDERS.map((entry) => ({ entry, times: timesOf(results, entry.name, size) }))
    .filter(({ times }) => times.length > 0)
    .sort((a, b) => median(a.times) - median(b.times));
}

/** Writes raw results; those of a quick run, which mean nothing, out of the way. */
export function save(name: string, results: object, quick: boolean): void {
  const directory = quick ? join(CACHE, "quick") : RESULTS;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `${name}.json`), `${JSON.stringify(results, null, 1)}\n`);
}

/** Raw results by the name of their file; undefined if there are none. */
export function load<T>(name: string): T | undefined {
  const file = join(RESULTS, `${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : undefined;
}
