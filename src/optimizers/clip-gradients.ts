import { NonFiniteError } from "../errors/non-finite-error.js";
import { checkPositive } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { norm } from "../kernels/scaled-squares.js";
import { checkResult } from "../matrix/checks.js";
import { checkDistinct, checkParameters } from "../parameters/check-parameters.js";
import type { Parameter } from "../parameters/parameter.js";

/** The limit of {@link clipGradients}: of each number, or of the norm of all numbers together. */
export type ClipOptions =
  | {
      /** The largest size of a number; above 0. */
      readonly value: number;
      /** Not together with `value`. */
      readonly norm?: undefined;
    }
  | {
      /** The largest norm; above 0. */
      readonly norm: number;
      /** Not together with `norm`. */
      readonly value?: undefined;
    };

/**
 * Makes large gradients smaller, and returns their norm before: √ Σ g² over all parameters together, biases
 * included. Call it after `backward` and regularizers, and before the optimizer's `step`.
 *
 * With `value`, each number is moved into the range from −value to value. With `norm`, all are multiplied by
 * min(1, norm / (√ Σ g² + 10⁻⁶)): the direction stays, and the norm is at most the limit. Both are PyTorch's,
 * whose 10⁻⁶ leaves the norm slightly below the limit.
 *
 * @throws {@link NonFiniteError}, before anything is changed, if a gradient is NaN or infinite, or their norm is
 * larger than any float64; RangeError or TypeError if the limit is not a finite number above 0; TypeError if
 * both or none are given
 * @see {@link https://arxiv.org/abs/1211.5063 | Pascanu et al. 2013}
 * @example
 * ```ts
 * import { clipGradients, Matrix, parameter } from "spiralnet";
 *
 * const w = parameter("w", Matrix.zeros(1, 2), "weight");
 * w.gradient.assignInPlace(Matrix.fromRows([[3, -4]]));
 * clipGradients([w], { norm: 1 }); // => 5
 * w.gradient; // ≈ [[0.5999999, -0.7999998]]
 * clipGradients([w], { value: 0.7 });
 * w.gradient; // ≈ [[0.5999999, -0.7]]
 * ```
 */
export function clipGradients(parameters: readonly Parameter[], options: ClipOptions): number {
  checkParameters("clipGradients", parameters);
  checkDistinct("clipGradients", parameters);
  const { value = Infinity, norm: limit = Infinity } = checked(options);
  for (const { name, gradient } of parameters) {
    checkResult("clipGradients", `the gradient of ${name}`, gradient);
  }
  const before = norm(Float64Array.from(parameters, ({ gradient }) => norm(gradient.data)));
  if (!(before < Infinity)) {
    throw new NonFiniteError(
      "clipGradients: the norm of the gradients is above the largest float64",
      "smaller gradients",
    );
  }
  const factor = Math.min(1, limit / (before + 1e-6));
  for (const { gradient } of parameters) {
    const { data } = gradient;
    for (let i = 0; i < data.length; i++) {
      data[i] = Math.max(-value, Math.min(value, (data[i] as number) * factor));
    }
  }
  return before;
}

/** The options, of which exactly one is given. */
function checked(options: ClipOptions): ClipOptions {
  checkOptions("clipGradients", options, ["value", "norm"]);
  const { value, norm: limit } = options as { readonly value: unknown; readonly norm: unknown };
  if ((value === undefined) === (limit === undefined)) {
    throw new TypeError(
      `clipGradients: options have ${value === undefined ? "neither" : "both"} value and norm; expected one of them`,
    );
  }
  if (value !== undefined) checkPositive("clipGradients: value", value);
  if (limit !== undefined) checkPositive("clipGradients: norm", limit);
  return options;
}
