import { stepsPerEpoch } from "./batching.js";
import { pointsOf } from "./points.js";
import { Imports } from "./program/code.js";
import { modelCode } from "./program/model-code.js";
import { pointsCode } from "./program/points-code.js";
import { trainingCode } from "./program/training-code.js";
import type { Setup } from "./setup.js";

/** A program and how many steps it makes. */
export interface Program {
  readonly code: string;
  readonly steps: number;
}

/**
 * The TypeScript program that trains the model of a setup, with the numbers of a run from its beginning. It makes
 * as many steps as asked for; with batches, as many more as the last epoch needs.
 */
export function programOf(setup: Setup, iterations = 10_000): Program {
  const { training, test } = pointsOf(setup);
  const rows = training.y.length;
  const perEpoch = Math.max(1, stepsPerEpoch(setup, rows));
  const epochs = Math.ceil(iterations / perEpoch);
  const duration = { epochs, steps: epochs * perEpoch };

  const imports = new Imports();
  const percent = (of: string, x: string, y: string) =>
    `console.log(\`${of} accuracy: \${${imports.use("accuracy")}(model.predict(${x}), ${y}).toFixed(2)}\`);`;
  const parts = [
    pointsCode(setup, rows + (test?.y.length ?? 0), imports),
    "",
    modelCode(setup, imports),
    trainingCode(setup, rows, duration, imports),
    percent("training", "x", "y"),
    ...(test === undefined ? [] : [percent("test", "test.x", "test.y")]),
  ];
  return { code: [imports.statement(), "", ...parts, ""].join("\n"), steps: duration.steps };
}
