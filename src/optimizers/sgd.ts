import { checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { addScaled } from "../kernels/add-scaled.js";
import { allFinite } from "../kernels/all-finite.js";
import { setAll } from "../kernels/copies.js";
import { Recycled } from "../layers/recycled.js";
import { placeOf } from "../matrix/checks.js";
import { checkParameters } from "../parameters/check-parameters.js";
import type { Parameter } from "../parameters/parameter.js";
import type { Optimizer } from "./optimizer.js";

/** How an {@link SGD} steps. */
export interface SGDOptions {
  /** $\eta$, how far to go against the gradient; at least 0. */
  readonly learningRate: number;
}

/**
 * Gradient descent: $\theta \leftarrow \theta - \eta \, \partial L / \partial \theta$. Stochastic where the gradient is that of a
 * random part of the data.
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
  readonly #parameters: readonly Parameter[];
  /** What each parameter is about to become. */
  readonly #next = new Recycled();
  #learningRate = 0;
  #steps = 0;

  /**
   * @throws RangeError or TypeError if the learning rate is negative or not finite, or a parameter is in the list twice
   */
  constructor(parameters: readonly Parameter[], options: SGDOptions) {
    checkParameters("SGD", parameters);
    checkOptions("SGD", options, ["learningRate"]);
    const values = parameters.map(({ value }) => value.data);
    const twice = parameters.find(({ value }, i) => values.indexOf(value.data) < i);
    if (twice) throw new TypeError(`SGD: ${twice.name} is a parameter twice; expected once`);
    this.#parameters = [...parameters];
    this.learningRate = options.learningRate;
  }

  /** $\eta$; may be changed between steps. */
  get learningRate(): number {
    return this.#learningRate;
  }

  /** @throws RangeError or TypeError if it is negative or not finite */
  set learningRate(value: number) {
    checkNonNegative("SGD: learningRate", value);
    this.#learningRate = value;
  }

  /** How many steps were taken. */
  get steps(): number {
    return this.#steps;
  }

  /**
   * Moves every parameter against its gradient.
   *
   * @throws RangeError, before anything is changed, if a parameter would become NaN or infinite: the training has diverged;
   * `ShapeError` if a value and its gradient have not the same shape any more
   */
  step(): void {
    checkParameters("SGD.step", this.#parameters);
    const next = this.#parameters.map((parameter, i) => {
      const { value, gradient } = parameter;
      const { data } = this.#next.at(i, value.rows, value.cols);
      data.set(value.data);
      addScaled(data, -this.#learningRate, gradient.data);
      if (!allFinite(data)) throw this.#divergence(parameter, data);
      return data;
    });
    setAll(
      this.#parameters.map(({ value }) => value.data),
      next,
    );
    this.#steps++;
  }

  #divergence({ name, value, gradient }: Parameter, next: Float64Array): RangeError {
    const i = next.findIndex((number) => !Number.isFinite(number));
    return new RangeError(
      `SGD.step: iteration ${this.#steps}: ${placeOf(name, value, i)} would become ${next[i]} (it is ${value.data[i]}, ` +
        `its gradient ${gradient.data[i]}); expected finite numbers: try a lower learning rate than ${this.#learningRate}`,
    );
  }
}
