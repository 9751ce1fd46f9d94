import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { heNormal, type Initializer, normal, RandomState, spiral } from "spiralnet";
import type { Job, NetworkJob } from "./job.js";
import { hasNumbers, writeNumbers } from "./numbers.js";

const PIXELS = 784;
const LARGEST = 1024;

/** Writes the numbers of a job, unless they are there: the same ones for every contender, drawn from seed 0. */
export function prepare(job: Job): void {
  // The file that is written last tells that all are there.
  if (hasNumbers(job.data, "done")) return;
  const random = new RandomState(0);
  if (job.kind === "product") {
    for (const name of ["left", "right"]) {
      writeNumbers(job.data, name, random.rand(LARGEST, LARGEST).data);
    }
  } else if (job.data === "digits") {
    writeDigits(job, random);
    writeWeights(job, heNormal, random);
  } else {
    const { x, y } = spiral({ classes: job.classes, pointsPerClass: job.examples / job.classes, random });
    writeExamples(job, x.data, y);
    writeWeights(job, normal(0.01), random);
  }
  writeNumbers(job.data, "done", new Float64Array(0));
}

/** The digits of the `mnist` package, in random order. */
function writeDigits(job: NetworkJob, random: RandomState): void {
  const digits = join(dirname(createRequire(import.meta.url).resolve("mnist")), "digits");
  const classes = Array.from({ length: job.classes }, (_, digit) => {
    const { data } = JSON.parse(readFileSync(join(digits, `${digit}.json`), "utf8")) as { data: number[] };
    return Float64Array.from(data);
  });
  const images = classes.flatMap((pixels, label) =>
    Array.from({ length: Math.floor(pixels.length / PIXELS) }, (_, i) => ({
      pixels: pixels.subarray(i * PIXELS, (i + 1) * PIXELS),
      label,
    })),
  );
  random.shuffle(images);
  if (images.length < job.examples) {
    throw new Error(`mnist has ${images.length} digits; expected ${job.examples}`);
  }
  const x = new Float64Array(job.examples * PIXELS);
  const y = new Int32Array(job.examples);
  images.slice(0, job.examples).forEach(({ pixels, label }, i) => {
    x.set(pixels, i * PIXELS);
    y[i] = label;
  });
  writeExamples(job, x, y);
}

function writeExamples({ data }: NetworkJob, x: Float64Array, y: ArrayLike<number>): void {
  writeNumbers(data, "x", x);
  writeNumbers(data, "y", Float64Array.from(y));
}

function writeWeights(job: NetworkJob, initializer: Initializer, random: RandomState): void {
  writeNumbers(job.data, "w1", initializer(job.inputs, job.hidden, random).data);
  writeNumbers(job.data, "w2", initializer(job.hidden, job.classes, random).data);
}
