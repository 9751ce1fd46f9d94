import { checkOptions } from "../errors/options.js";
import type { Layer } from "../layers/layer.js";
import type { Progress } from "../training/progress.js";
import { generatorChanges, matrixChanges } from "./changes.js";
import type { Checkpoint } from "./checkpoint.js";
import { contentsOf } from "./contents.js";
import { type PartsOptions, partsOf } from "./parts.js";
import type { PlainRecord } from "./plain-data.js";

/** What was saved beside the model; undefined if nothing was. */
export interface Restored {
  /** Where the training stood, for the option `from` of `train`, which checks it. */
  readonly progress: Progress | undefined;
  /** What else was saved. */
  readonly metadata: PlainRecord | undefined;
}

/**
 * Gives a model, and what belongs to it, the numbers of a checkpoint, or leaves all as it is and throws. The
 * checkpoint must hold the parts of a model with the same layers, and each part that the options name. Parts
 * that they don't name are ignored: a model alone comes out of the checkpoint of a training.
 *
 * A checkpoint from a file of PyTorch has PyTorch's names and layout; they are understood. It lacks the random
 * generators of layers, which then stay as they are.
 *
 * @throws TypeError if the checkpoint has not the form of what {@link stateOf} returns, lacks a part or has one
 * that the model lacks; ShapeError if a shape differs; RangeError if a number is NaN or infinite, or the
 * version is unknown
 * @example
 * ```ts
 * import { Dense, RandomState, restore, SGD, stateOf } from "spiralnet";
 *
 * const random = new RandomState(0);
 * const model = new Dense(2, 3, { random });
 * const sgd = new SGD(model.parameters, { learningRate: 0.1 });
 * const checkpoint = stateOf(model, { optimizer: sgd, random });
 *
 * sgd.learningRate = 0.5;
 * const next = random.rand();
 * restore(model, checkpoint, { optimizer: sgd, random });
 * sgd.learningRate; // => 0.1
 * random.rand() === next; // => true
 * restore(new Dense(2, 4), checkpoint);
 * // throws ShapeError: weights in the checkpoint is 2 x 3
 * ```
 */
export function restore(model: Layer, checkpoint: Checkpoint, options: PartsOptions = {}): Restored {
  checkOptions("restore", options, ["optimizer", "random", "scaler"]);
  const parts = partsOf("restore", model, options);
  const contents = contentsOf("restore", checkpoint);
  const { optimizer } = parts;
  if (optimizer !== undefined && contents.optimizer === undefined) {
    throw new TypeError(
      "restore: the checkpoint has no optimizer; expected one saved with stateOf(model, { optimizer })",
    );
  }
  const matrices = matrixChanges(parts, contents, options);
  const generators = generatorChanges(parts, contents, options);

  // Everything is right; an optimizer of your own may still refuse a learning rate, so it comes first.
  if (optimizer !== undefined) Object.assign(optimizer, contents.optimizer);
  for (const [random, state] of generators) random.setState(state);
  for (const [matrix, { data }] of matrices) matrix.data.set(data);
  return { progress: contents.progress as unknown as Progress | undefined, metadata: contents.metadata };
}
