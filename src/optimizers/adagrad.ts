import { checkNonNegative, checkPositive } from "../errors/number.js";
import { addQuotient } from "../kernels/add-quotient.js";
import { addSquares } from "../kernels/add-squares.js";
import type { Parameter } from "../parameters/parameter.js";
import { Optimizer, type OptimizerOptions, type Update } from "./optimizer.js";

/** How an {@link Adagrad} steps. */
export interface AdagradOptions extends OptimizerOptions {
  /** What the sum of the squares begins with; at least 0, and 0 if not given. */
  readonly initialAccumulator?: number | undefined;
  /** ε, what keeps the denominator from 0; above 0, and 1e-10 if not given. */
  readonly epsilon?: number | undefined;
}

/**
 * Adagrad: divides each gradient by the size of all gradients before, so that rarely used parameters move
 * farther: s ← s + g², θ ← θ − η g / (√s + ε).
 *
 * Its state is `sumOfSquares`. Steps only become shorter; {@link RMSProp} forgets old gradients.
 *
 * @see {@link https://jmlr.org/papers/v12/duchi11a.html | Duchi et al. 2011}
 * @see {@link https://cs231n.github.io/neural-networks-3/#ada | cs231n, adaptive learning rates}
 * @example
 * ```ts
 * import { Adagrad, Matrix, parameter } from "spiralnet";
 *
 * const w = parameter("w", Matrix.full(1, 1, 1), "weight");
 * const adagrad = new Adagrad([w], { learningRate: 0.1 });
 * w.gradient.assignInPlace(3);
 * adagrad.step(); // 0.1 · 3 / √9
 * w.gradient.assignInPlace(4);
 * adagrad.step(); // 0.1 · 4 / √25
 * w.value; // ≈ [[0.82]]
 * ```
 */
export class Adagrad extends Optimizer<"sumOfSquares"> {
  /** What the sum of the squares began with. */
  readonly initialAccumulator: number;
  /** ε */
  readonly epsilon: number;

  /**
   * An optimizer for the parameters of a model. PyTorch's default for the learning rate is 0.01.
   *
   * @throws RangeError or TypeError if an option is not what it should be, or two parameters share numbers
   * @example
   * ```ts
   * import { Adagrad, Dense } from "spiralnet";
   *
   * const adagrad = new Adagrad(new Dense(2, 3).parameters, { learningRate: 0.01 });
   * ```
   */
  constructor(parameters: readonly Parameter[], options: AdagradOptions) {
    super(parameters, options, ["initialAccumulator", "epsilon"]);
    const { name } = this;
    const { initialAccumulator = 0, epsilon = 1e-10 } = options;
    checkNonNegative(`${name}: initialAccumulator`, initialAccumulator);
    checkPositive(`${name}: epsilon`, epsilon);
    this.initialAccumulator = initialAccumulator;
    this.epsilon = epsilon;
    this.keep("sumOfSquares", initialAccumulator);
  }

  protected override update({ value, gradient, state }: Update<"sumOfSquares">): void {
    const { learningRate, epsilon } = this;
    const { sumOfSquares: s } = state;
    addSquares(s.data, 1, gradient.data); // s ← s + g²
    addQuotient(value.data, -learningRate, gradient.data, s.data, 1, epsilon); // θ ← θ − η g / (√s + ε)
  }
}
