/** Draws the pictures of the guide to training, docs/training.md, in docs/. */
import { writeFileSync } from "node:fs";
import {
  constant,
  cosine,
  Dense,
  exponentialDecay,
  fit,
  type History,
  L2,
  linearWarmup,
  moons,
  oneCycle,
  RandomState,
  type Regularizer,
  ReLU,
  type Schedule,
  SGD,
  sequence,
  sequential,
  softmaxCrossEntropy,
  spiral,
  stepDecay,
} from "spiralnet";
import { lossCurve } from "spiralnet/plot";

const DOCS = new URL("../docs/", import.meta.url);
/** As wide as a phone's text, so that the labels don't shrink. */
const SIZE = { width: 440, height: 340 };

drawLearningRates();
drawOverfitting();
drawSchedules();

function drawLearningRates(): void {
  const rates = [0.03, 1, 8];
  const curves = rates.map((rate) => [`rate ${rate}`, lossesWith(rate)] as const);
  const title = "The spiral with three learning rates";
  draw("learning-rates", lossCurve(Object.fromEntries(curves), { title, scale: "log", ...SIZE }));
}

/** The loss of each step of the case study's network with initial weights of He's size. */
function lossesWith(learningRate: number): number[] {
  const random = new RandomState(0);
  const data = spiral({ classes: 3, pointsPerClass: 100, random });
  const model = sequential(new Dense(2, 100, { random }), new ReLU(), new Dense(100, 3, { random }));
  const optimizer = new SGD(model.parameters, { learningRate });
  return fit({ model, loss: softmaxCrossEntropy, optimizer, data, epochs: 300 }).loss;
}

function drawOverfitting(): void {
  const free = trainOnFewPoints([]);
  const decayed = trainOnFewPoints([new L2(0.01)]);
  const curves = {
    training: free.dataLoss,
    validation: free.validationLoss,
    "training, L2": decayed.dataLoss,
    "validation, L2": decayed.validationLoss,
  };
  draw("overfitting", lossCurve(curves, { title: "60 noisy points", xLabel: "epoch", ...SIZE }));
}

function trainOnFewPoints(regularizers: Regularizer[]): History {
  const random = new RandomState(0);
  const data = moons({ points: 60, noise: 0.3, random });
  const validation = moons({ points: 400, noise: 0.3, random });
  const model = sequential(new Dense(2, 200, { random }), new ReLU(), new Dense(200, 2, { random }));
  const optimizer = new SGD(model.parameters, { learningRate: 0.1, momentum: 0.9 });
  const loss = softmaxCrossEntropy;
  return fit({ model, loss, optimizer, data, epochs: 400, regularizers, validation });
}

function drawSchedules(): void {
  const schedules: Record<string, Schedule> = {
    constant: constant(0.1),
    "step-decay": stepDecay(0.1, { every: 300, factor: 0.5 }),
    "exponential-decay": exponentialDecay(0.1, { factor: 0.5, every: 200 }),
    cosine: cosine(0.1, { steps: 1000 }),
    "linear-warmup": linearWarmup(0.1, { steps: 200, from: 0 }),
    "one-cycle": oneCycle(0.1, { steps: 1000 }),
    sequence: sequence(linearWarmup(0.1, { steps: 100, from: 0 }), 600, cosine(0.1, { steps: 400 })),
  };
  for (const [name, schedule] of Object.entries(schedules)) {
    const rates = Array.from({ length: 1000 }, (_, step) => schedule(step));
    const options = { width: 340, height: 220, xLabel: "step", yLabel: "learning rate" };
    draw(`schedule-${name}`, lossCurve(rates, options));
  }
}

function draw(name: string, svg: string): void {
  writeFileSync(new URL(`${name}.svg`, DOCS), svg);
  console.log(`docs/${name}.svg`);
}
