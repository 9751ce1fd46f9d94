import { wrongType } from "../errors/wrong.js";
import { type Checkpoint, type SafetensorsOptions, toSafetensors } from "../index.js";
import { checkpointFile, type FilePath } from "./checkpoint-file.js";
import { replaceFile } from "./replace-file.js";

/**
 * Writes a checkpoint to a file: `.safetensors`, which PyTorch reads too, or `.json`. If the program or the
 * machine stops before it is done, the file is as it was before; a file that ends in `.tmp` may be left beside
 * it.
 *
 * @param options - for a `.safetensors` file
 * @throws TypeError or RangeError if an argument is not of its kind; Node's own error, with its `code`, if the
 * file can't be written. Both come as a rejected promise.
 * @example
 * ```ts
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { Dense, restore, stateOf } from "spiralnet";
 * import { loadCheckpoint, saveCheckpoint } from "spiralnet/node";
 *
 * const model = new Dense(2, 3);
 * const path = join(tmpdir(), "spiralnet-example.safetensors");
 * await saveCheckpoint(path, stateOf(model));
 * const other = new Dense(2, 3);
 * restore(other, await loadCheckpoint(path));
 * other.weights.value.equals(model.weights.value); // => true
 * ```
 *
 * @example A training that is stopped, and goes on in another program
 * ```ts
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import {
 *   Adam, Dense, RandomState, restore, softmaxCrossEntropy, spiral, stateOf,
 *   train,
 * } from "spiralnet";
 * import { loadCheckpoint, saveCheckpoint } from "spiralnet/node";
 *
 * const data = spiral({
 *   classes: 3,
 *   pointsPerClass: 100,
 *   random: new RandomState(0),
 * });
 * const path = join(tmpdir(), "spiralnet-training.safetensors");
 * const loss = softmaxCrossEntropy;
 * {
 *   const random = new RandomState(1);
 *   const model = new Dense(2, 3, { random });
 *   const optimizer = new Adam(model.parameters, { learningRate: 0.1 });
 *   for (const { step, progress } of train({
 *     model,
 *     loss,
 *     optimizer,
 *     data,
 *     random,
 *     batchSize: 50,
 *     epochs: 5,
 *   })) {
 *     if (step % 4 === 0)
 *       await saveCheckpoint(
 *         path,
 *         stateOf(model, { optimizer, random, progress }),
 *       );
 *     if (step === 14) break;
 *   }
 * }
 * const random = new RandomState();
 * const model = new Dense(2, 3);
 * const optimizer = new Adam(model.parameters, { learningRate: 0.1 });
 * const { progress: from } = restore(model, await loadCheckpoint(path), {
 *   optimizer,
 *   random,
 * });
 * optimizer.steps; // => 13
 * for (const _ of train({
 *   model,
 *   loss,
 *   optimizer,
 *   data,
 *   random,
 *   batchSize: 50,
 *   epochs: 5,
 *   from,
 * }));
 * optimizer.steps; // => 30
 * ```
 */
export async function saveCheckpoint(
  path: FilePath,
  checkpoint: Checkpoint,
  options: SafetensorsOptions = {},
): Promise<void> {
  const file = checkpointFile("saveCheckpoint", path);
  // Checks the checkpoint and the options, also if they become text.
  const bytes = toSafetensors(checkpoint, options);
  const contents = file.kind === ".json" ? textOf(checkpoint, options) : bytes;
  await replaceFile(file.path, contents);
}

function textOf(checkpoint: Checkpoint, { dtype }: SafetensorsOptions): string {
  if (dtype === "float32") wrongType("saveCheckpoint: dtype", dtype, "a path that ends in .safetensors");
  try {
    return JSON.stringify(checkpoint);
  } catch (cause) {
    throw new RangeError(
      "saveCheckpoint: the checkpoint is too large for text; expected a path that ends in .safetensors",
      { cause },
    );
  }
}
