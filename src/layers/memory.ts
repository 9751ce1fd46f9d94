import type { Matrix } from "../matrix/matrix.js";
import type { Layer } from "./layer.js";
import { PassError } from "./pass-error.js";

/** The pass of a model that a layer's last forward pass was part of; none where it was called by itself since. */
export const passOf = new WeakMap<object, object>();

const rowwise = new WeakMap<object, { readonly memory: Memory<Matrix>; readonly methods: Partial<Layer> }>();
const PASSES = ["forward", "backward", "predict", "backwardParameters"] as const;

/**
 * The memory of a layer that treats every row by itself, so that a model may take the rows through it in stretches; undefined where it may
 * not, or other methods have taken the place of ours.
 */
export function memoryOf(layer: Layer): Memory<Matrix> | undefined {
  const found = rowwise.get(layer);
  return PASSES.every((name) => layer[name] === found?.methods[name]) ? found?.memory : undefined;
}

/** What a forward pass keeps for the backward pass that belongs to it. */
export class Memory<T> {
  /** What the last forward pass kept; undefined where there was none since the last `forget`. */
  kept: T | undefined;
  /** Whether gradients are to be added to those of the rows before. */
  continues = false;
  readonly #owner: object;

  constructor(owner: object) {
    this.#owner = owner;
  }

  keep(value: T): void {
    this.kept = value;
    this.continues = false;
    passOf.delete(this.#owner);
  }

  /** What the last forward pass kept, or an error where there was none since the last `forget`. */
  recall(operation: string): T {
    if (this.kept !== undefined) return this.kept;
    throw new PassError(
      `${operation}: there is no forward pass to go back through; call forward first, once for each backward`,
    );
  }

  forget(): void {
    this.kept = undefined;
  }
}

/** A memory for a layer of ours whose every row is treated by itself; `methods` are those that do so. */
export function rowwiseMemory(owner: object, methods: Partial<Layer>): Memory<Matrix> {
  const memory = new Memory<Matrix>(owner);
  rowwise.set(owner, { memory, methods });
  return memory;
}
