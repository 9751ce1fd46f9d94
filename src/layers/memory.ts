import { PassError } from "../errors/pass-error.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Layer } from "./layer.js";

/** The pass of a model that a layer's last forward pass was part of; none where it was called by itself since. */
export const passOf = new WeakMap<object, object>();

/** What we know of layers whose classes are ours, or extend one of ours. */
const known = new WeakMap<
  object,
  { readonly memory: Memory<Matrix>; readonly methods: Methods | undefined }
>();

/** All that a class of ours may have, by name: to compare them one by one is quicker than in a loop. */
type Methods = Partial<Record<keyof Layer | "apply" | "applyGradient" | "remember", unknown>>;

/**
 * The memory of a layer of ours, which treats every row by itself, so that a model may take the rows through it in stretches; undefined for
 * other layers, and where other methods have taken the place of ours.
 */
export function memoryOf(layer: Layer): Memory<Matrix> | undefined {
  const { memory, methods: ours } = known.get(layer) ?? {};
  const its: Methods = layer;
  return ours &&
    its.forward === ours.forward &&
    its.backward === ours.backward &&
    its.predict === ours.predict &&
    its.backwardParameters === ours.backwardParameters &&
    its.apply === ours.apply &&
    its.applyGradient === ours.applyGradient &&
    its.remember === ours.remember
    ? memory
    : undefined;
}

/** What a layer says of itself; nothing of what one of ours says where other methods have taken the place of ours. */
export function claimsOf(layer: Layer): Partial<Layer> {
  return known.get(layer)?.methods && !memoryOf(layer) ? {} : layer;
}

/** Makes a layer forget its last forward pass. */
export function forgetPass(layer: Layer): void {
  known.get(layer)?.memory.forget();
  passOf.delete(layer);
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
    this.forget();
    this.kept = value;
    this.continues = false;
  }

  /** What the last forward pass kept, or an error where there was none since the last `forget`. */
  recall(operation: string): T {
    if (this.kept !== undefined) return this.kept;
    throw new PassError(
      `${operation}: no forward pass to go back through; call forward once for each backward`,
    );
  }

  forget(): void {
    this.kept = undefined;
    passOf.delete(this.#owner);
  }
}

/** A memory for a layer; `methods` are those of a class of ours, which treat every row by itself. */
export function layerMemory(owner: object, methods?: Methods): Memory<Matrix> {
  const memory = new Memory<Matrix>(owner);
  known.set(owner, { memory, methods });
  return memory;
}
