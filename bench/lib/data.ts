import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { heNormal, normal, RandomState, spiral } from "spiralnet";
import type { Job, NetworkJob } from "./contract.js";
import { loadNetwork } from "./load.js";
import { onnxModel } from "./onnx-model.js";

const LARGEST_PRODUCT = 1024;

/**
 * Writes the arrays of a job to its directory unless they are there: one file each, in float64, drawn from
 * seed 0. A network that predicts is written for ONNX Runtime, too.
 */
export function prepare(job: Job): void {
  const done = join(job.data, "done");
  if (existsSync(done)) return;
  mkdirSync(job.data, { recursive: true });
  for (const [name, values] of Object.entries(arrays(job))) {
    writeFileSync(join(job.data, name), new Uint8Array(Float64Array.from(values).buffer));
  }
  if (job.kind === "predict") writeFileSync(join(job.data, "model.onnx"), onnxModel(loadNetwork(job)));
  writeFileSync(done, "");
}

function arrays(job: Job): Record<string, ArrayLike<number>> {
  const random = new RandomState(0);
  if (job.kind === "product") {
    const [left, right] = [0, 1].map(() => random.rand(LARGEST_PRODUCT, LARGEST_PRODUCT).data);
    return { left, right };
  }
  const { inputs, hidden, classes, examples } = job;
  const isSpiral = inputs === 2;
  const { x, y } = isSpiral ? points(examples / classes, classes, random) : digits(job, random);
  const draw = isSpiral ? normal(0.01) : heNormal;
  return { x, y, w1: draw(inputs, hidden, random).data, w2: draw(hidden, classes, random).data };
}

function points(pointsPerClass: number, classes: number, random: RandomState) {
  const { x, y } = spiral({ classes, pointsPerClass, random });
  return { x: x.data, y };
}

/** The digits of the `mnist` package in random order. */
function digits({ inputs, examples, classes }: NetworkJob, random: RandomState) {
  const directory = join(dirname(createRequire(import.meta.url).resolve("mnist")), "digits");
  const images = Array.from({ length: classes }, (_, label) => {
    const { data } = JSON.parse(readFileSync(join(directory, `${label}.json`), "utf8")) as { data: number[] };
    const count = Math.floor(data.length / inputs);
    return Array.from({ length: count }, (_, i) => ({
      pixels: data.slice(i * inputs, (i + 1) * inputs),
      label,
    }));
  }).flat();
  random.shuffle(images);
  if (images.length < examples) throw new Error(`mnist has ${images.length} digits; expected ${examples}`);
  const chosen = images.slice(0, examples);
  return { x: chosen.flatMap(({ pixels }) => pixels), y: chosen.map(({ label }) => label) };
}
