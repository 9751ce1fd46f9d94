import { isPython } from "../contenders.js";
import { type JobName, SIZES } from "../job.js";
import type { BenchResults, GrowthResults, MemoryResults } from "../results.js";
import { figure, kilobytes, markdown, percent } from "./markdown.js";
import { nameOf, productsOf, ratioIn, timedIn } from "./summary.js";

/** What the library is held to, beside what was measured; a line for all that there are results for. */
export function goalsTable(bench?: BenchResults, growth?: GrowthResults, memory?: MemoryResults): string {
  const lines = [
    ...(bench ? ofBench(bench) : []),
    ...(growth ? ofGrowth(growth) : []),
    ...(memory ? ofMemory(memory) : []),
  ];
  return markdown(["", "bar", "measured"], lines);
}

function ofBench(results: BenchResults): string[][] {
  const lines: string[][] = [];
  const compare = (title: string, bar: string, job: JobName, name: string, other: string) => {
    const ratio = ratioIn(results, job, name, other);
    if (ratio !== undefined) lines.push([title, bar, figure(ratio)]);
  };
  compare("job A, time against NumPy as the article", "at most 0.5", "A", "spiralnet", "numpy");
  compare("job A, time against NumPy tuned by hand", "aim: below 1", "A", "spiralnet", "numpy-tuned");
  const peer = timedIn(results, "B").find(
    ({ entry }) =>
      !isPython(entry) && entry.packages.length > 0 && !entry.unchecked && entry.file !== "spiralnet",
  )?.entry;
  if (peer) {
    const title = `job B, examples per second against the fastest JavaScript peer (${nameOf(peer)})`;
    compare(title, "at least 1", "B", peer.name, "spiralnet");
  }
  compare("job A, plain against WASM", "at most 5", "A", "spiralnet-plain", "spiralnet");
  compare("job B, plain against WASM", "at most 5", "B", "spiralnet-plain", "spiralnet");
  for (const size of SIZES) {
    const share = productsOf(results, "spiralnet", size)?.share;
    if (share)
      lines.push([`square product of ${size}, share of the SIMD128 ceiling`, "80 %", percent(share.median)]);
  }
  const startup = results.startup.spiralnet;
  if (startup) lines.push(["import", "below 10 ms", `${figure(startup.import.median)} ms`]);
  if (startup?.firstCall)
    lines.push(["first product", "below 5 ms", `${figure(startup.firstCall.median)} ms`]);
  const bundle = results.bundles.spiralnet;
  if (bundle) lines.push(["the whole core, gzip", "at most 16 kB", kilobytes(bundle.gzip)]);
  return lines;
}

function ofGrowth({ growth }: GrowthResults): string[][] {
  // The least of each: they are minutes apart, and a shared machine is not as fast in all of them.
  const each = growth
    .filter(({ what }) => what === "points")
    .flatMap(({ size, times }) => (times.spiralnet ? [times.spiralnet.min / size] : []));
  const worst = Math.max(...each) / Math.min(...each);
  return each.length > 1
    ? [["least time per point as the points grow, worst against best", "at most 1.5", figure(worst)]]
    : [];
}

function ofMemory({ long, large }: MemoryResults): string[][] {
  const kept = long.samples.map(({ heap, arrays }) => heap + arrays);
  const drift = (kept.at(-1) ?? 0) / kept[0];
  return [
    ["memory at the end of 100 000 iterations, after a twentieth = 1", "flat", figure(drift)],
    ["peak, live matrices = 1", "at most 2.5", figure((large.peak - large.before) / large.live)],
  ];
}
