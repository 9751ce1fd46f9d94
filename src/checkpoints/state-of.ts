import { checkOptions, isPlain } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import type { Layer } from "../layers/layer.js";
import { checkAllFinite } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import type { Progress } from "../training/progress.js";
import type { Checkpoint } from "./checkpoint.js";
import { VERSION } from "./contents.js";
import { type PartsOptions, partsOf } from "./parts.js";
import { type Json, type PlainRecord, packed } from "./plain-data.js";

/** What to save besides the model. */
export interface StateOptions extends PartsOptions {
  /** Where the training stands, as each step of `train` says it. */
  readonly progress?: Progress | undefined;
  /** Anything else, as plain data: what the classes are called, how the data were made, a note. */
  readonly metadata?: PlainRecord | undefined;
}

/**
 * A copy of all that makes a model what it is now: its parameters and the state of its layers, and on request
 * the optimizer, a random generator, the scaler of its inputs, and plain data. {@link restore} gives it back.
 *
 * @throws TypeError if an argument is not of its kind, two parts have one name, or progress or metadata are
 * not plain; RangeError if a number of the model, the optimizer or the scaler is NaN or infinite, as after a
 * training that has diverged
 * @example
 * ```ts
 * import { Dense, Matrix, restore, stateOf } from "spiralnet";
 *
 * const model = new Dense(2, 3);
 * const checkpoint = stateOf(model, {
 *   metadata: { classes: ["cat", "dog", "fox"] },
 * });
 * Object.keys(checkpoint.matrices); // => ["weights", "biases"]
 *
 * const other = new Dense(2, 3);
 * const { metadata } = restore(other, checkpoint);
 * metadata; // => { classes: ["cat", "dog", "fox"] }
 * const x = Matrix.fromRows([[1, 2]]);
 * other.predict(x).equals(model.predict(x)); // => true
 * ```
 */
export function stateOf(model: Layer, options: StateOptions = {}): Checkpoint {
  checkOptions("stateOf", options, ["optimizer", "random", "scaler", "progress", "metadata"]);
  const parts = partsOf("stateOf", model, options);
  const matrices = new Map<string, Matrix>();
  for (const [name, matrix] of parts.matrices) {
    checkAllFinite("stateOf", name, matrix);
    matrices.set(name, new Matrix(matrix.rows, matrix.cols, matrix.data.slice()));
  }
  const pack = (name: string, value: object | undefined): Json | undefined => {
    if (value === undefined) return undefined;
    if (!isPlain(value)) wrongType(`stateOf: ${name}`, value, "a plain object");
    return packed("stateOf", name, value, matrices);
  };
  const { optimizer } = parts;
  const snapshots = [...parts.generators].map(([name, random]) => [name, random.getState()]);
  const packs = {
    generators: pack("generators", Object.fromEntries(snapshots)),
    optimizer: pack(
      "optimizer",
      optimizer && { steps: optimizer.steps, learningRate: optimizer.learningRate },
    ),
    progress: pack("progress", options.progress),
    metadata: pack("metadata", options.metadata),
  };
  return { version: VERSION, matrices: Object.fromEntries(matrices), ...packs };
}
