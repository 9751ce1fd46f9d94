import type { Matrix } from "../matrix/matrix.js";
import type { Json } from "./plain-data.js";

/**
 * All there is to know about a training at some point: plain data that {@link stateOf} makes and
 * {@link restore} gives back. `JSON.stringify` writes it as text, from which {@link checkpointFromJSON} reads
 * it; {@link toSafetensors} and {@link fromSafetensors} do the same with bytes.
 *
 * The names of a model's parts are those of its parameters and of its layers' `state`, such as `0.weights` and
 * `1.means`. Others have a prefix: `optimizer.momentum.0.weights`, `scaler.means`, `progress.best[0]`,
 * `metadata.palette`.
 *
 * @example
 * ```ts
 * import {
 *   Dense, fromSafetensors, ReLU, restore, sequential, stateOf, toSafetensors,
 * } from "spiralnet";
 *
 * const build = (hidden: number) =>
 *   sequential(new Dense(2, hidden), new ReLU(), new Dense(hidden, 3));
 * const bytes = toSafetensors(stateOf(build(20), { metadata: { hidden: 20 } }));
 *
 * const checkpoint = fromSafetensors(bytes);
 * const { hidden } = checkpoint.metadata as { hidden: number };
 * const model = build(hidden);
 * restore(model, checkpoint);
 * model.parameters.length; // => 4
 * ```
 */
export interface Checkpoint {
  /** The version of this form. */
  readonly version: 1;
  /** All matrices. */
  readonly matrices: Readonly<Record<string, Matrix>>;
  /**
   * The states of random generators: `random`, and those of layers, such as `1.random`. Files of other programs
   * have none, and then layers keep theirs.
   */
  readonly generators?: Json | undefined;
  /** The steps that the optimizer has taken and its learning rate. */
  readonly optimizer?: Json | undefined;
  /** Where the training stands; see {@link StateOptions.progress}. */
  readonly progress?: Json | undefined;
  /**
   * What else was saved; see {@link StateOptions.metadata}. Texts and finite numbers stand here as they are, so they
   * can be read before there is a model, to build it.
   */
  readonly metadata?: Json | undefined;
}
