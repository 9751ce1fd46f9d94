/** Passes `undefined` for every option, as a program does that passes its own options on. Prints "works". */
import {
  Adagrad,
  AdamW,
  BatchNorm,
  binaryCrossEntropy,
  confusionMatrix,
  cosine,
  Dense,
  Dropout,
  Embedding,
  exponentialDecay,
  f1,
  GELU,
  gradientCheck,
  hinge,
  huber,
  L2,
  LayerNorm,
  linearWarmup,
  Matrix,
  meanAbsoluteError,
  meanSquaredError,
  oneCycle,
  RandomState,
  ReLU,
  RMSProp,
  restore,
  SGD,
  sequential,
  softmaxCrossEntropy,
  spiral,
  stateOf,
  stepDecay,
} from "spiralnet";
import { checkLayer, checkLoss, checkOptimizer } from "spiralnet/check";
import { loadCheckpoint, saveCheckpoint } from "spiralnet/node";
import { decisionRegions, lossCurve, scatter } from "spiralnet/plot";

const missing = undefined;
const random = new RandomState(0);
const data = spiral({ classes: 3, pointsPerClass: 10, noise: missing, random: missing });
const model = sequential(
  new Dense(2, 4, { weights: missing, biases: missing, random: missing }),
  new ReLU(),
  new BatchNorm(4, { momentum: missing, epsilon: missing }),
  new LayerNorm(4, { epsilon: missing }),
  new Dropout(0.1, { random: missing }),
  new Dense(4, 3, { random }),
);
const sgd = new SGD(model.parameters, {
  learningRate: 0.1,
  ...{ weightDecay: missing, decayBiases: missing, momentum: missing, dampening: missing, nesterov: missing },
});
new AdamW([], { learningRate: 0.1, weightDecay: missing, beta1: missing, beta2: missing, epsilon: missing });
new RMSProp([], { learningRate: 0.1, decay: missing, momentum: missing, epsilon: missing });
new Adagrad([], { learningRate: 0.1, initialAccumulator: missing, epsilon: missing });
const schedules = [
  stepDecay(0.1, { every: 5, factor: missing }),
  exponentialDecay(0.1, { factor: 0.9, every: missing }),
  cosine(0.1, { steps: 5, minimum: missing }),
  linearWarmup(0.1, { steps: 5, from: missing }),
  oneCycle(0.1, { steps: 5, warmup: missing, from: missing, minimum: missing }),
];
const losses: number[] = [];
for (let i = 0; i < 3; i++) {
  const { loss, gradient } = softmaxCrossEntropy(model.forward(data.x), data.y, {
    labelSmoothing: missing,
    classWeights: missing,
  });
  losses.push(loss + new L2(1e-3).apply(model.parameters));
  model.backward(gradient, { inputGradient: missing });
  sgd.step();
}
const ones = Matrix.identity(2);
const sum = { sumColumns: missing };
const others = [
  hinge(ones, [0, 1], { margin: missing, squared: missing, classWeights: missing, ...sum }),
  meanSquaredError(ones, ones, { half: missing, ...sum }),
  meanAbsoluteError(ones, ones, sum),
  huber(ones, ones, { delta: missing, ...sum }),
  binaryCrossEntropy(ones, ones, { posWeight: missing, ...sum }),
];
losses.push(...others.map(({ loss }) => loss));

const picture = { title: missing, width: missing, height: missing, colors: missing };
const pictures = [
  lossCurve(losses, { scale: missing, ...picture }),
  scatter(data, picture),
  decisionRegions(model, data, picture),
];
const report = gradientCheck(new Dense(2, 3, { random: missing }), Matrix.identity(2), {
  loss: missing,
  regularizer: missing,
  inputGradient: missing,
  samples: missing,
  random: missing,
  step: missing,
  tolerance: missing,
});
const bare = gradientCheck.of((at) => at.sum(), data.x, Matrix.full(data.x.rows, data.x.cols, 1), {
  outputGradient: missing,
  name: missing,
  samples: missing,
  random: missing,
  step: missing,
  tolerance: missing,
});
const draws = random.choice(5, 3, { replace: missing, p: missing });
const close = Matrix.zeros(1, 1).allClose(Matrix.zeros(1, 1), { rtol: missing, atol: missing });

const { outputs } = new Embedding(5, 2, { steps: missing, weights: missing, random: missing });
const { approximate } = new GELU({ approximate: missing });
const deviation = Matrix.identity(2).std(missing, { ddof: missing });
const confusion = confusionMatrix(model.predict(data.x), data.y, { classes: missing });
const balanced = f1(model.predict(data.x), data.y, { average: missing });
const rest = Matrix.identity(2).slice([0, missing], missing);

const rates = schedules.map((schedule) => schedule(1));
const parts = { optimizer: missing, random: missing, scaler: missing };
const path = "undefined-options.safetensors";
await saveCheckpoint(path, stateOf(model, { ...parts, progress: missing, metadata: missing }), {
  dtype: missing,
});
const { metadata } = restore(model, await loadCheckpoint(path), parts);

const how = { random: missing, tolerance: missing, errors: missing };
const likeSGD = (parameters: SGD["parameters"]) => new SGD(parameters, { learningRate: 1 });
const homework = [
  checkLayer(() => new ReLU(), { like: new ReLU(), ...how }),
  checkLoss(hinge, { like: hinge, targets: missing, ...how }),
  checkOptimizer(likeSGD, { like: likeSGD, ...how }),
];

const works = [
  ...homework.map(({ passed }) => passed),
  outputs === 2 && approximate === "none",
  confusion.classes.length === 3,
  balanced <= 1,
  deviation === 0.5,
  rest.rows === 2,
  [...losses, ...rates].every(Number.isFinite),
  report.passed && bare.passed,
  draws.length === 3,
  close,
  metadata === undefined,
];
console.log([...works, ...pictures.map((svg) => svg.startsWith("<svg"))].every(Boolean) ? "works" : works);
