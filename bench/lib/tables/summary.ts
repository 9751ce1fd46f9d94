import { CONTENDERS, type Entry } from "../contenders.js";
import type { JobName } from "../job.js";
import type { BenchResults } from "../results.js";
import { median, type Spread, spread } from "../statistics.js";

/** A contender's times in a job, over all rounds. */
export interface Timed {
  readonly entry: Entry;
  /** ms per iteration */
  readonly time: Spread;
  /** Bytes. */
  readonly peak: number;
}

/** Those that have a time in a job of a network, fastest first. */
export function timedIn(results: BenchResults, job: JobName): Timed[] {
  const timed = CONTENDERS.flatMap((entry) => {
    const answers = results.jobs[job]?.[entry.name]?.answers ?? [];
    const times = answers.map(({ perIteration }) => perIteration).filter((time) => time !== undefined);
    const peaks = answers.map(({ peak }) => peak).filter((peak) => peak !== undefined);
    return times.length > 0 ? [{ entry, time: spread(times), peak: median(peaks) }] : [];
  });
  return timed.sort((a, b) => a.time.median - b.time.median);
}

/**
 * How many times as long as another a contender takes: the median over the rounds of the ratio within each, which says more than that of the
 * medians where a machine changes its pace from round to round.
 */
export function ratioIn(
  results: BenchResults,
  job: JobName,
  name: string,
  other: string,
): number | undefined {
  const [times, others] = [name, other].map((each) => results.jobs[job]?.[each]?.answers ?? []);
  const ratios = times.flatMap(({ perIteration }, round) => {
    const reference = others[round]?.perIteration;
    return perIteration !== undefined && reference !== undefined ? [perIteration / reference] : [];
  });
  return ratios.length > 0 ? median(ratios) : undefined;
}

/** A contender's square products of one size, over all rounds. */
export interface TimedProduct {
  readonly gflops: Spread;
  /** Of the ceiling at the same time. */
  readonly share?: Spread;
  readonly ceiling?: Spread;
}

export function productsOf(results: BenchResults, name: string, size: number): TimedProduct | undefined {
  const speeds = (results.jobs.C?.[name]?.answers ?? []).flatMap(({ speeds }) => speeds?.[size] ?? []);
  if (speeds.length === 0) return undefined;
  const all = (pick: (speed: (typeof speeds)[number]) => number | undefined) => {
    const values = speeds.map(pick).filter((value) => value !== undefined);
    return values.length > 0 ? spread(values) : undefined;
  };
  const [share, ceiling] = [all((speed) => speed.share), all((speed) => speed.ceiling)];
  return {
    gflops: spread(speeds.map(({ gflops }) => gflops)),
    ...(share && { share }),
    ...(ceiling && { ceiling }),
  };
}

/** What a reader has to know about those in a job: notes on times, and why others have none. */
export function remarks(results: BenchResults, job: JobName): string {
  const lines = CONTENDERS.flatMap((entry) => {
    const outcome = results.jobs[job]?.[entry.name];
    if (!outcome) return [];
    const error = outcome.answers.find((answer) => answer.error)?.error;
    const notes = [outcome.verdict.reason, job === "C" ? undefined : entry.note, error && `failed: ${error}`];
    const text = notes.filter((note) => note !== undefined && note !== "").join("; ");
    const time = outcome.verdict.right ? "" : "no time: ";
    return text ? [`- ${nameOf(entry)}: ${time}${text}.`] : [];
  });
  return lines.join("\n");
}

export function nameOf({ label, options }: Entry): string {
  return `${label}, float${options.precision}`;
}
