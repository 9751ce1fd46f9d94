import { PassError } from "./pass-error.js";

/** The pass of a model that a layer's last forward pass was part of; none where it was called by itself since. */
export const passOf = new WeakMap<object, object>();

/** What a forward pass keeps for the backward pass that belongs to it. */
export class Memory<T> {
  readonly #owner: object;
  #kept: T | undefined;

  constructor(owner: object) {
    this.#owner = owner;
  }

  keep(value: T): void {
    this.#kept = value;
    passOf.delete(this.#owner);
  }

  /** What the last forward pass kept, or an error where there was none since the last `forget`. */
  recall(operation: string): T {
    if (this.#kept !== undefined) return this.#kept;
    throw new PassError(
      `${operation}: there is no forward pass to go back through; call forward first, once for each backward`,
    );
  }

  forget(): void {
    this.#kept = undefined;
  }
}
