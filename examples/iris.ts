/**
 * Iris: a small network learns to tell three species of flowers by four lengths. Stops when flowers that it does
 * not learn from are no longer told better, keeps the best weights, and saves them with the scaler. Then loads
 * both as another program would, and tests them.
 */
import {
  Adam,
  accuracy,
  confusionMatrix,
  Dense,
  fit,
  iris,
  precision,
  RandomState,
  ReLU,
  recall,
  restore,
  Standardizer,
  sequential,
  softmaxCrossEntropy,
  stateOf,
  trainTestSplit,
} from "spiralnet";
import { loadCheckpoint, saveCheckpoint } from "spiralnet/node";
import { outputFile } from "./support/output.js";

const { classes, ...flowers } = iris();
const random = new RandomState(0);
const { training: rest, test } = trainTestSplit(flowers, { testSize: 45, stratify: true, random });
const { training, test: validation } = trainTestSplit(rest, { testSize: 30, stratify: true, random });

// The scaler knows the flowers to learn from, and no others.
const scaler = Standardizer.fit(training.x);
const scaled = <T extends { x: typeof training.x }>(data: T) => ({ ...data, x: scaler.transform(data.x) });

const model = makeModel();
const history = fit({
  model,
  loss: softmaxCrossEntropy,
  optimizer: new Adam(model.parameters, { learningRate: 0.01 }),
  data: scaled(training),
  validation: scaled(validation),
  batchSize: 16,
  epochs: 200,
  random,
  patience: 20,
  keepBest: true,
});
const best = Math.min(...history.validationLoss);
console.log(`Stopped after ${history.loss.length} epochs. Best validation loss: ${best.toFixed(3)}`);

const path = outputFile("iris.safetensors");
await saveCheckpoint(path, stateOf(model, { scaler, metadata: { classes } }));

// From here on only the file is used.
const [loaded, loadedScaler] = [makeModel(), new Standardizer(4)];
restore(loaded, await loadCheckpoint(path), { scaler: loadedScaler });
const scores = loaded.predict(loadedScaler.transform(test.x));
console.log(
  `Test accuracy: ${accuracy(scores, test.y).toFixed(3)}\n\n${confusionMatrix(scores, test.y, { classes })}\n`,
);
for (const [name, share] of Object.entries({ precision, recall })) {
  const perClass = share(scores, test.y, { average: "none" });
  console.log(
    `${name}: ${classes.map((species, i) => `${species} ${perClass.get(0, i).toFixed(2)}`).join(", ")}`,
  );
}

function makeModel() {
  return sequential(new Dense(4, 16, { random }), new ReLU(), new Dense(16, 3, { random }));
}
