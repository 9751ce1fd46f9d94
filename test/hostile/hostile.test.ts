import * as library from "spiralnet";
import { expect, test } from "vitest";
import { testHostileValues } from "../support/test-hostile-values.js";
import { activations } from "./activations.js";
import { blocks } from "./blocks.js";
import { checkpoints } from "./checkpoints.js";
import { data } from "./data.js";
import { datasets } from "./datasets.js";
import { diagnoses } from "./diagnose.js";
import { gradientChecks } from "./gradient-check.js";
import { initializers } from "./initializers.js";
import { layerEntries } from "./layers.js";
import { losses } from "./losses.js";
import { metrics } from "./metrics.js";
import { optimizerEntries } from "./optimizers.js";
import { random } from "./random.js";
import { regularizers } from "./regularizers.js";
import { schedules } from "./schedules.js";
import { training } from "./training.js";
import { trainingLoop } from "./training-loop.js";

const entries = [
  ...random,
  ...datasets,
  ...data,
  ...initializers,
  ...layerEntries,
  ...blocks,
  ...losses,
  ...activations,
  ...regularizers,
  ...optimizerEntries,
  ...schedules,
  ...training,
  ...gradientChecks,
  ...diagnoses,
  ...trainingLoop,
  ...metrics,
  ...checkpoints,
];

testHostileValues(entries);

/** What the package exports that is not in the tables, and why. */
const elsewhere = {
  Matrix: "has tables of its own in test/matrix/hostile.test.ts",
  Layer: "is abstract; its methods are those of each layer in the tables",
  Optimizer: "is abstract; its methods are those of each optimizer in the tables",
  GradientReport: "is made by gradientCheck",
  DivergedError: "is an error",
  NonFiniteError: "is an error",
  ConfusionMatrix: "is made by confusionMatrix",
  PassError: "is an error",
  ShapeError: "is an error",
};

test("everything that the package exports is in the tables", () => {
  const tested = new Set(entries.map(({ name }) => /^(?:new )?(\w+)/.exec(name)?.[1]));
  const missing = Object.keys(library).filter((name) => !tested.has(name));
  expect(missing.sort()).toEqual(Object.keys(elsewhere).sort());
});
