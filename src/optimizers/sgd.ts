import { checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { addScaled } from "../kernels/add-scaled.js";
import { allFinite } from "../kernels/all-finite.js";
import { allocate } from "../kernels/allocate.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { Matrix } from "../matrix/matrix.js";
import { placeOf } from "../matrix/place-of.js";
import { checkDistinct, checkParameters } from "../parameters/check-parameters.js";
import type { Parameter } from "../parameters/parameter.js";
import type { Optimizer } from "./optimizer.js";

/** How an {@link SGD} steps. */
export interface SGDOptions {
  /** η, how far to go against the gradient; at least 0. */
  readonly learningRate: number;
}

/**
 * Gradient descent: θ ← θ − η ∂L/∂θ. It is stochastic if the gradient is that of a random part of the data.
 *
 * @see {@link https://cs231n.github.io/neural-networks-3/#sgd | cs231n, parameter updates}
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
export class SGD implements Optimizer {
  private readonly parameters: readonly Parameter[];
  /** What each parameter is about to become. */
  private readonly next: readonly Matrix[];
  private rate = 0;
  private taken = 0;

  /**
   * An optimizer for the parameters of a model.
   *
   * @throws RangeError or TypeError if the learning rate is negative or not finite, or two parameters share
   * numbers
   * @example
   * ```ts
   * import { Dense, SGD } from "spiralnet";
   *
   * const sgd = new SGD(new Dense(2, 3).parameters, { learningRate: 0.1 });
   * sgd.learningRate /= 2; // a schedule by hand
   * ```
   */
  constructor(parameters: readonly Parameter[], options: SGDOptions) {
    checkParameters("SGD", parameters);
    checkDistinct("SGD", parameters);
    checkOptions("SGD", options, ["learningRate"]);
    this.learningRate = options.learningRate;
    this.parameters = [...parameters];
    this.next = parameters.map(({ value: { rows, cols } }) => new Matrix(rows, cols, allocate(rows * cols)));
  }

  /** η; may be changed between steps. */
  get learningRate(): number {
    return this.rate;
  }

  /** @throws RangeError or TypeError if it is negative or not finite */
  set learningRate(value: number) {
    checkNonNegative("SGD: learningRate", value);
    this.rate = value;
  }

  /** How many steps were taken. */
  get steps(): number {
    return this.taken;
  }

  /**
   * Moves every parameter against its gradient.
   *
   * @throws RangeError, before anything is changed, if a parameter would become NaN or infinite: the training
   * has diverged; ShapeError if a parameter has not the shape any more that it had when the optimizer was
   * made
   */
  step(): void {
    checkParameters("SGD.step", this.parameters);
    for (const [i, parameter] of this.parameters.entries()) {
      const next = this.next[i] as Matrix;
      const { name, value, gradient } = parameter;
      checkSameShape("SGD.step", value.shape, next.shape, [name, "what it was when SGD was made"]);
      next.data.set(value.data);
      addScaled(next.data, -this.rate, gradient.data);
      if (!allFinite(next.data)) throw this.divergence(parameter, next.data);
    }
    for (const [i, { value }] of this.parameters.entries()) value.data.set((this.next[i] as Matrix).data);
    this.taken++;
  }

  private divergence({ name, value, gradient }: Parameter, next: Float64Array): RangeError {
    const i = next.findIndex((number) => !Number.isFinite(number));
    return new RangeError(
      `SGD.step: iteration ${this.taken}: ${placeOf(name, value, i)} would become ${next[i]} (it is ${value.data[i]}, ` +
        `its gradient ${gradient.data[i]}); expected finite numbers: try a lower learning rate than ${this.rate}`,
    );
  }
}
