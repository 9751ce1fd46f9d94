/** Does one task for one contender, in a process of its own, and prints the answer as one line of JSON. */
import type { Answer, Contender, NetworkJob, ProductJob, Task } from "./lib/contract.js";
import { loadNetwork, loadOperand } from "./lib/load.js";
import { measure, peakMemory } from "./lib/measure.js";

/** A product gets this share of a network's time, as there are several sizes. */
const PRODUCT_SHARE = 0.3;

const task = JSON.parse(process.argv[2]) as Task;
const { job, check, pace } = task;
const started = performance.now();
for (const name of task.packages) await import(name);
const imported = performance.now() - started;
const contender = (await import(new URL(`./contenders/${task.file}.js`, import.meta.url).href)) as Contender;
await contender.setUp?.(task);
const answer = await { network, predict, product }[job.kind](job as NetworkJob & ProductJob);
console.log(JSON.stringify({ ...answer, imported, peak: peakMemory() }));
// Some libraries keep the process alive.
process.exit(0);

async function network(job: NetworkJob): Promise<Answer> {
  if (!contender.network) return { error: "has no layers" };
  const training = contender.network(loadNetwork(job), task);
  let loss: number | undefined;
  if (check) for (let i = 0; i <= job.checkAfter; i++) loss = training.step();
  const times = pace ? { [job.size]: await measure(() => training.step(), pace) } : {};
  return { ...(loss !== undefined && { check: loss }), times };
}

/** Each call gets the next of the rows, which have the contender's precision. */
async function predict(job: NetworkJob): Promise<Answer> {
  if (!contender.predict) return { error: "predicts no single row" };
  const network = loadNetwork(job);
  const rows = network.batches.map(({ x }) => (task.float === 32 ? Float32Array.from(x) : x));
  const scoresOf = await contender.predict(network, task);
  let sum = 0;
  for (const row of check ? rows.slice(0, job.checkAfter) : []) sum += checksum(await scoresOf(row));
  let i = 0;
  const times = pace ? { [job.size]: await measure(() => scoresOf(rows[i++ % rows.length]), pace) } : {};
  return { ...(check && { check: sum }), times };
}

async function product({ data, sizes }: ProductJob): Promise<Answer> {
  const { product } = contender;
  if (!product) return { error: "has no matrix product" };
  const make = (n: number) => product(n, loadOperand(data, "left", n), loadOperand(data, "right", n), task);
  const sum = check && checksum(make(sizes[0])()());
  const times: Record<number, number> = {};
  if (pace) {
    const share = { warmUp: pace.warmUp * PRODUCT_SHARE, duration: pace.duration * PRODUCT_SHARE };
    for (const n of sizes) times[n] = await measure(make(n), share);
  }
  return { ...(sum && { check: sum }), times };
}

/** Changes if an element changes or two are swapped. */
function checksum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value, i) => sum + value * ((i % 7) + 1), 0);
}
