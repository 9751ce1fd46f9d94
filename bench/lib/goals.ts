import { type Entry, NUMPY, OTHER, PLAIN, SPIRALNET, TUNED } from "./contenders.js";
import { count, figure, table } from "./format.js";
import { type AllResults, growth, type MemoryRun, type Results, ratio, timed } from "./results.js";

/**
 * The bars that spiralnet is held to beside what was measured: a line for each that there are results for.
 */
export function goalsTable({ A, B, points }: AllResults, memory: readonly MemoryRun[] = []): string {
  const lines = [
    ...(A ? [atMost("A: time, NumPy as the article = 1", 0.5, ratio(A, SPIRALNET, NUMPY, 300))] : []),
    ...(B ? [againstPeers(B)] : []),
    ...(A ? compared("A", A, 300) : []),
    ...(B ? compared("B", B, 64) : []),
    ...(points ? [30_000, 300_000].map((size) => grown(points, size)) : []),
    ...memory.flatMap(ofMemory),
  ];
  const measured = lines.filter((line) => line.length > 0);
  return measured.length > 0 ? table(["", "bar", "measured", "met"], measured) : "";
}

/** A line, or an empty one if nothing was measured. */
function atMost(title: string, bar: number | undefined, value: number | undefined, unit = ""): string[] {
  if (bar === undefined || value === undefined) return [];
  return [title, `at most ${figure(bar, unit)}`, figure(value, unit), value <= bar ? "yes" : "no"];
}

function againstPeers(results: Results): string[] {
  const fastest = timed(results, 64).find(({ entry }) => isPeer(entry))?.entry.name;
  // Examples per second are as one to the other as the times are the other way round.
  const value = fastest === undefined ? undefined : ratio(results, fastest, SPIRALNET, 64);
  if (value === undefined) return [];
  const title = `B: examples per second, fastest JavaScript peer (${fastest}) = 1`;
  return [title, "at least 1.00", figure(value), value >= 1 ? "yes" : "no"];
}

function isPeer({ ours, python, packages, tolerance = 0 }: Entry): boolean {
  return !ours && !python && packages.length > 0 && tolerance < 1;
}

function compared(job: string, results: Results, size: number): string[][] {
  return [
    atMost(`${job}: time, other build = 1`, 1.08, ratio(results, SPIRALNET, OTHER, size)),
    atMost(`${job}: time without WebAssembly, with it = 1`, 8, ratio(results, PLAIN, SPIRALNET, size)),
  ];
}

function grown(results: Results, size: number): string[] {
  const [ours, tuned] = [SPIRALNET, TUNED].map((name) => growth(results, name, size, 300));
  const title = `cost of a point at ${count(size)} points, at 300 = 1; the bar is that of ${TUNED}`;
  return atMost(title, tuned, ours);
}

/** Flat means that the last sample is at most a tenth above the first. */
function ofMemory({ title, samples, pause }: MemoryRun): string[][] {
  const [first, last] = [samples[0].kept, samples[samples.length - 1].kept];
  return [
    atMost(`${title}: memory at the end, at the first sample = 1`, 1.1, last / first),
    atMost(`${title}: longest pause`, 100, pause, " ms"),
  ];
}
