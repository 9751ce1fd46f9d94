/**
 * Handwritten digits: a network with one hidden layer learns 8 000 of them and reads at least 97 % of 2 000
 * others. Prints each epoch and a confusion matrix, and draws the losses and the digits that it read wrong. The
 * exit code is 1 if it reads fewer.
 */
import {
  Adam,
  accuracy,
  batches,
  confusionMatrix,
  Dense,
  Dropout,
  oneCycle,
  RandomState,
  ReLU,
  sequential,
  softmaxCrossEntropy,
  train,
  trainTestSplit,
} from "spiralnet";
import { lossCurve } from "spiralnet/plot";
import { digitSheet } from "./support/digit-sheet.js";
import { loadDigits, SIDE } from "./support/digits.js";
import { draw } from "./support/output.js";
import { showProgress } from "./support/progress.js";
import { Shift } from "./support/shift.js";

const EPOCHS = 25;
const BATCH = 50;

const random = new RandomState(0);
const { training, test } = trainTestSplit(loadDigits(), { testSize: 2000, stratify: true, random });

const model = sequential(
  // Without Shift and Dropout the network soon knows its 8 000 digits by heart, and reads 96 % of the others.
  new Shift({ height: SIDE, width: SIDE, by: 2, random }),
  new Dense(SIDE * SIDE, 256, { random }),
  new ReLU(),
  new Dropout(0.2, { random }),
  new Dense(256, 10, { random }),
);
console.log(`${training.x.rows} digits to learn from, ${test.x.rows} to test with\n\n${model}\n`);

// The learning rate goes up first, then down to almost 0.
const steps = EPOCHS * batches(training, { size: BATCH }).count;
const schedule = oneCycle(0.003, { steps });
const run = train({
  model,
  loss: softmaxCrossEntropy,
  optimizer: new Adam(model.parameters, { learningRate: schedule(0) }),
  schedule,
  data: training,
  batchSize: BATCH,
  epochs: EPOCHS,
  random,
  // Only reported: nothing is chosen by the test digits, or they would no longer be a test.
  validation: test,
  metrics: { accuracy },
});

const losses = { training: [] as number[], test: [] as number[] };
const progress = showProgress(steps);
progress.row(row("epoch", "loss", "test loss", "test accuracy"));
for (const { step, epoch, epochEnd } of run) {
  progress.update(step + 1);
  if (epochEnd?.validation === undefined) continue;
  const { loss, validation } = epochEnd;
  losses.training.push(loss);
  losses.test.push(validation.loss);
  progress.row(
    row(epoch + 1, loss.toFixed(4), validation.loss.toFixed(4), percent(validation.metrics.accuracy)),
  );
}
progress.stop();

const scores = model.predict(test.x);
const share = accuracy(scores, test.y);
console.log(`\nTest accuracy: ${percent(share)}\n\n${confusionMatrix(scores, test.y)}\n`);

const predictions = scores.argmax(1);
const wrong = [...predictions.keys()].filter((i) => predictions[i] !== test.y[i]);
const sheet = digitSheet(
  wrong.map((i) => ({ pixels: test.x.row(i), caption: `${test.y[i]} → ${predictions[i]}` })),
  `The ${wrong.length} digits that were read wrong, and what as`,
  SIDE,
);
const files = [
  draw("digits-loss", lossCurve(losses, { title: "Digits", xLabel: "epoch" })),
  draw("digits-wrong", sheet),
];
console.log(`The pictures are in examples/output: ${files.join(" and ")}.`);
if (share < 0.97) process.exitCode = 1;

function row(...cells: readonly (string | number)[]): string {
  return cells.map((cell) => String(cell).padStart(15)).join("");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
