import { type Entry, NUMPY, OTHER, PLAIN, SPIRALNET, TUNED } from "./contenders.js";
import { count, figure, table } from "./format.js";
import { type AllResults, growth, type MemoryRun, type Results, ratio, timed } from "./results.js";

/**
 * The bars that spiralnet is held to beside what was measured: a line for each that there are results for.
 */
export function goalsTable({ A, B, D, E, F, points }: AllResults, memory: readonly MemoryRun[] = []): string {
  const lines = [
    ...(A ? [atMost("A: time, NumPy as the article = 1", 0.5, ratio(A, SPIRALNET, NUMPY, 300))] : []),
    ...(B ? [againstPeers("B", B, 64)] : []),
    ...(D ? [againstPeers("D", D, 64)] : []),
    ...(E ? [againstPeers("E", E, 1)] : []),
    ...(F ? [atMost(`F: time, ${TUNED} = 1`, 1.5, ratio(F, SPIRALNET, TUNED, 1))] : []),
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

/** Beside the fastest JavaScript library that does the same. */
function againstPeers(job: string, results: Results, size: number): string[] {
  const fastest = timed(results, size).find(({ entry }) => isPeer(entry))?.entry.name ?? "none";
  const title = `${job}: time, fastest JavaScript peer (${fastest}) = 1`;
  return atMost(title, 1, ratio(results, SPIRALNET, fastest, size));
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
