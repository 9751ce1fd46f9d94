import { PassError } from "./pass-error.js";

/** What a forward pass keeps for the backward pass that belongs to it. */
export class Memory<T> {
  #kept: T | undefined;

  keep(value: T): void {
    this.#kept = value;
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
