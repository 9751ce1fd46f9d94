/**
 * Stops a training in the middle of an epoch and goes on from a file, as after a crash. The weights at the end are
 * those of a training that never stopped, bit for bit; the exit code is 1 if they are not.
 */
import { isDeepStrictEqual } from "node:util";
import {
  Adam,
  Dense,
  Dropout,
  RandomState,
  ReLU,
  restore,
  sequential,
  softmaxCrossEntropy,
  spiral,
  stateOf,
  train,
} from "spiralnet";
import { loadCheckpoint, saveCheckpoint } from "spiralnet/node";
import { outputFile } from "./support/output.js";

const SAVE_EVERY = 24;
const STOP = 164;

const data = spiral({ classes: 3, pointsPerClass: 100, random: new RandomState(0) });
const plan = { loss: softmaxCrossEntropy, data, batchSize: 32, epochs: 40 };
const path = outputFile("resume.safetensors");

// A training that never stops.
const whole = start(1);
for (const _ of train({ ...plan, ...whole }));
console.log(`Never stopped: ${whole.optimizer.steps} steps`);

// The same, but it saves all that it is made of now and then, and stops within an epoch.
const stopped = start(1);
for (const { step, epoch, progress } of train({ ...plan, ...stopped })) {
  if ((step + 1) % SAVE_EVERY === 0) {
    const { model, optimizer, random } = stopped;
    await saveCheckpoint(path, stateOf(model, { optimizer, random, progress }));
  }
  if (step === STOP) {
    console.log(`Stopped:       ${step + 1} steps, in epoch ${epoch}`);
    break;
  }
}

// Another program: other weights and another seed, which the file replaces.
const resumed = start(2);
const { model, ...parts } = resumed;
const { progress: from } = restore(model, await loadCheckpoint(path), parts);
console.log(`Loaded:        ${from?.step} steps, ${from?.batch} batches of epoch ${from?.epoch} done`);
for (const _ of train({ ...plan, ...resumed, from }));
console.log(`Resumed:       ${resumed.optimizer.steps} steps`);

const weights = ({ model }: typeof whole) => model.parameters.map(({ value }) => value.toArray());
const same = isDeepStrictEqual(weights(resumed), weights(whole));
console.log(same ? "\nThe weights are the same, bit for bit." : "\nThe weights are not the same.");
if (!same) process.exitCode = 1;

/** A model, its optimizer and the generator of all that is random in the training. */
function start(seed: number) {
  const random = new RandomState(seed);
  const model = sequential(
    new Dense(2, 64, { random }),
    new ReLU(),
    new Dropout(0.1, { random }),
    new Dense(64, 3, { random }),
  );
  return { model, optimizer: new Adam(model.parameters, { learningRate: 0.01 }), random };
}
