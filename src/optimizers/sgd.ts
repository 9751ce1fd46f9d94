import { checkBoolean } from "../errors/kind.js";
import { checkNonNegative } from "../errors/number.js";
import { wrongNumber } from "../errors/wrong.js";
import { addScaled } from "../kernels/add-scaled.js";
import type { Parameter } from "../parameters/parameter.js";
import { Optimizer, type OptimizerOptions, type Update } from "./optimizer.js";

/** How an {@link SGD} steps. */
export interface SGDOptions extends OptimizerOptions {
  /** μ, how much of its last move a parameter keeps, such as 0.9; at least 0, and 0 if not given. */
  readonly momentum?: number | undefined;
  /** τ, how much less each gradient but the first counts in the velocity; at least 0, and 0 if not given. */
  readonly dampening?: number | undefined;
  /**
   * Whether to step from where the momentum leads; false if not given. It needs momentum, and no dampening.
   */
  readonly nesterov?: boolean | undefined;
}

/**
 * Gradient descent: θ ← θ − η g, where g = ∂L/∂θ. It is stochastic if the gradient is that of a random part
 * of the data.
 *
 * With momentum, parameters have a velocity: in the first step v = g, later v ← μ v + (1 − τ) g. Then
 * θ ← θ − η v, or θ ← θ − η (g + μ v) with `nesterov`. The state is `momentum`. This is PyTorch's form. The
 * course notes have the learning rate inside: v ← μ v − η g, θ ← θ + v, which is the same while η is.
 *
 * @see {@link https://cs231n.github.io/neural-networks-3/#sgd | cs231n, parameter updates}
 * @see {@link https://proceedings.mlr.press/v28/sutskever13.html | Sutskever et al. 2013, momentum}
 * @example
 * ```ts
 * import { Dense, Matrix, SGD } from "spiralnet";
 *
 * const layer = new Dense(1, 1, { weights: () => Matrix.full(1, 1, 5) });
 * const sgd = new SGD(layer.parameters, { learningRate: 0.5 });
 * layer.forward(Matrix.full(1, 1, 2));
 * layer.backward(Matrix.full(1, 1, 3)); // dL/dW = 6
 * sgd.step();
 * layer.weights.value; // => [[2]]
 * ```
 */
export class SGD extends Optimizer<"momentum"> {
  /** μ */
  readonly momentum: number;
  /** τ */
  readonly dampening: number;
  /** Whether it steps from where the momentum leads. */
  readonly nesterov: boolean;

  /**
   * An optimizer for the parameters of a model.
   *
   * @throws RangeError or TypeError if an option is not what it should be, or two parameters share numbers
   * @example
   * ```ts
   * import { Dense, SGD } from "spiralnet";
   *
   * const sgd = new SGD(new Dense(2, 3).parameters, {
   *   learningRate: 0.1,
   *   momentum: 0.9,
   * });
   * sgd.learningRate /= 2; // a schedule by hand
   * ```
   */
  constructor(parameters: readonly Parameter[], options: SGDOptions) {
    super(parameters, options, ["momentum", "dampening", "nesterov"]);
    const { momentum = 0, dampening = 0, nesterov = false } = options;
    checkNonNegative("SGD: momentum", momentum);
    checkNonNegative("SGD: dampening", dampening);
    checkBoolean("SGD: nesterov", nesterov);
    if (nesterov && momentum === 0) wrongNumber("SGD: momentum with nesterov", momentum, "a number above 0");
    if (nesterov && dampening > 0) wrongNumber("SGD: dampening with nesterov", dampening, "0");
    this.momentum = momentum;
    this.dampening = dampening;
    this.nesterov = nesterov;
    if (momentum > 0) this.keep("momentum");
  }

  protected override update({ value, gradient, state: { momentum: v }, step }: Update<"momentum">): void {
    const { learningRate, momentum, dampening, nesterov } = this;
    if (momentum > 0) addScaled(v.data, step === 1 ? 1 : 1 - dampening, gradient.data, momentum);
    if (nesterov) addScaled(value.data, -learningRate * momentum, v.data);
    addScaled(value.data, -learningRate, momentum > 0 && !nesterov ? v.data : gradient.data);
  }
}
