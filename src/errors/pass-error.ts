/**
 * Thrown when `backward` has no forward pass to go back through. Each `forward` allows one `backward`:
 * between two of them the parameters may have changed, and the second would give gradients of no function at
 * all.
 *
 * @example
 * ```ts
 * import { Dense, Matrix } from "spiralnet";
 *
 * new Dense(2, 3).backward(Matrix.zeros(5, 3));
 * // throws PassError: Dense.backward: no forward pass to go back through
 * ```
 */
export class PassError extends Error {
  /** `PassError`. */
  override readonly name = "PassError";
}
