/** Does one task for one contender, in a process of its own, and answers in one line of JSON. */
import { loadCeiling } from "./lib/ceiling.js";
import type { NetworkJob, ProductJob } from "./lib/job.js";
import { loadNetwork, loadOperands } from "./lib/load.js";
import { measure } from "./lib/measure.js";
import { peakMemory } from "./lib/peak-memory.js";
import type { Contender } from "./lib/problem.js";
import { median } from "./lib/statistics.js";
import type { Answer, Speed, Task } from "./lib/task.js";

const CHECK_ITERATIONS = 100;
/** The larger a product, the longer a call takes. */
const PRODUCT_SHARE = 0.3;

const task = JSON.parse(process.argv[2]) as Task;
const ceiling =
  task.job.kind === "product" && task.before !== "delete WebAssembly" ? loadCeiling() : undefined;
if (task.before === "delete WebAssembly") Reflect.deleteProperty(globalThis, "WebAssembly");
if (task.before === "add Float16Array")
  Object.assign(globalThis, { Float16Array: class extends Uint16Array {} });

const contender = (await import(
  new URL(`./contenders/${task.contender}.js`, import.meta.url).href
)) as Contender;
await contender.setUp?.(task.options);
const answer: Answer = task.job.kind === "network" ? network(task.job) : product(task.job);
console.log(JSON.stringify({ ...answer, peak: peakMemory() }));
// Some libraries keep the process alive.
process.exit(0);

function network(job: NetworkJob): Answer {
  if (!contender.network) return { cannot: "has no layers" };
  const training = contender.network(loadNetwork(job), task.options);
  if (task.pace) return { perIteration: measure(() => training.step(), task.pace) };
  for (let i = 0; i < CHECK_ITERATIONS; i++) training.step();
  const check = training.loss ? training.loss() : training.step();
  return check === undefined ? {} : { check };
}

function product({ data, sizes }: ProductJob): Answer {
  if (!contender.product) return { cannot: "has no matrix product" };
  if (!task.pace) {
    const n = sizes[0];
    const { left, right } = loadOperands(data, n);
    const product = contender.product(n, left, right, task.options);
    product.run();
    return { check: checksum(product.result()) };
  }
  const speeds: Record<number, Speed> = {};
  for (const n of sizes) speeds[n] = speed(data, n);
  return { speeds };
}

function speed(data: string, n: number): Speed {
  const { left, right } = loadOperands(data, n);
  const product = contender.product?.(n, left, right, task.options);
  if (!product || !task.pace) throw new Error("there is no product to time");
  const { warmUp, duration } = task.pace;
  const pace = { warmUp: warmUp * PRODUCT_SHARE, duration: duration * PRODUCT_SHARE };
  const ceilings: number[] = [];
  const time = measure(() => product.run(), pace, ceiling && (() => ceilings.push(ceiling())));
  const gflops = (2 * n ** 3) / time / 1e6;
  return ceiling ? { gflops, ceiling: median(ceilings), share: gflops / median(ceilings) } : { gflops };
}

/** Differs where an element does, or two are exchanged. */
function checksum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value, i) => sum + value * ((i % 7) + 1), 0);
}
