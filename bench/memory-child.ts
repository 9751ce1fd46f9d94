/**
 * Trains one model for long, or makes and drops many, and prints how memory went. Needs `node --expose-gc`.
 */
import { setImmediate } from "node:timers/promises";
import { Dense, Matrix, ReLU, SGD, sequential, softmaxCrossEntropy } from "spiralnet";
import { network } from "./contenders/spiralnet.js";
import type { NetworkJob } from "./lib/contract.js";
import { loadNetwork } from "./lib/load.js";
import { peakMemory } from "./lib/measure.js";
import type { MemoryRun, Sample } from "./lib/results.js";

type Order = { title: string } & (
  | { job: NetworkJob; iterations: number }
  | { models: number; cycles: number }
);

const SAMPLES = 20;
/**
 * Turns of the event loop after a collection: buffers are freed a little after the matrices that held them.
 */
const TURNS = 100;
const order = JSON.parse(process.argv[2]) as Order;
const gc = globalThis.gc as () => void;
let pause = 0;
let last = now();

gc();
const before = process.memoryUsage.rss();
const result =
  "job" in order
    ? { samples: await train(order.job, order.iterations) }
    : { samples: await makeAndDrop(order.models, order.cycles), pause };
const run: MemoryRun = { title: order.title, before, ...result, peak: peakMemory() };
console.log(JSON.stringify(run));

async function train(job: NetworkJob, iterations: number): Promise<Sample[]> {
  const training = network(loadNetwork(job));
  const samples: Sample[] = [];
  for (let i = 1; i <= iterations; i++) {
    training.step();
    if (i % Math.ceil(iterations / SAMPLES) === 0) samples.push(await sample(i));
  }
  return samples;
}

/** Makes and trains models until there are `count`, then drops a random half; again and again. */
async function makeAndDrop(count: number, cycles: number): Promise<Sample[]> {
  const x = Matrix.full(8, 2, 1);
  const y = new Int32Array(8);
  let steps: (() => void)[] = [];
  const samples: Sample[] = [];
  last = now();
  for (let cycle = 1; cycle <= cycles; cycle++) {
    while (steps.length < count) {
      const step = smallModel(x, y);
      step();
      steps.push(step);
      await turn();
    }
    steps = steps.filter(() => Math.random() < 0.5);
    samples.push(await sample(cycle));
    for (const step of steps) {
      step();
      await turn();
    }
  }
  return samples;
}

function smallModel(x: Matrix, y: Int32Array): () => void {
  const model = sequential(new Dense(2, 16), new ReLU(), new Dense(16, 3));
  const sgd = new SGD(model.parameters, { learningRate: 0.1 });
  return () => {
    model.backward(softmaxCrossEntropy(model.forward(x), y).gradient);
    sgd.step();
  };
}

/**
 * A turn of the event loop, in which memory of dropped models is given back; keeps the longest time between
 * two.
 */
async function turn(): Promise<void> {
  await setImmediate();
  const time = now();
  // While another process has the processor, the clock goes on but the processor's time does not.
  pause = Math.max(pause, Math.min(time.clock - last.clock, time.processor - last.processor));
  last = time;
}

/** Milliseconds of the clock, and those that this process has had the processor. */
function now(): { clock: number; processor: number } {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), processor: (user + system) / 1000 };
}

/** Memory after collections. The pause of a forced collection does not count; what follows from it does. */
async function sample(after: number): Promise<Sample> {
  for (let i = 0; i < 2; i++) {
    gc();
    last = now();
    for (let turns = 0; turns < TURNS; turns++) await turn();
  }
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { after, kept: heapUsed + arrayBuffers, resident: rss };
}
