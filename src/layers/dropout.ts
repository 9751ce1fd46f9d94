import { checkOptions } from "../errors/options.js";
import { wrongNumber } from "../errors/wrong.js";
import type { Matrix } from "../matrix/matrix.js";
import { checkRandom } from "../random/check-random.js";
import { filled } from "../random/filled.js";
import { RandomState } from "../random/random-state.js";
import { type Computed, Layer, type Pass } from "./layer.js";

/** Where a {@link Dropout} layer draws from. */
export interface DropoutOptions {
  /** Where random numbers come from; a fresh, unseeded generator if not given. */
  readonly random?: RandomState | undefined;
}

/**
 * Inverted dropout. In training y = x ⊙ m, where each mᵢⱼ is 0 with probability p and otherwise 1 / (1 − p),
 * so that the mean of y is x; dL/dx = dL/dy ⊙ m. `predict` returns x.
 *
 * A training pass draws one number for each element, row after row. It takes all rows at once, however many:
 * in parts, two layers that share a generator would draw in another order.
 *
 * @see Srivastava et al., "Dropout" (2014), {@link https://jmlr.org/papers/v15/srivastava14a.html}
 * @example
 * ```ts
 * import { Dropout, Matrix, RandomState } from "spiralnet";
 *
 * const dropout = new Dropout(0.5, { random: new RandomState(0) });
 * const x = Matrix.fromRows([[1, 2, 3, 4, 5, 6]]);
 * dropout.forward(x); // => [[0, 0, 0, 0, 10, 0]]
 * dropout.backward(Matrix.full(1, 6, 1), { inputGradient: true });
 * // => [[0, 0, 0, 0, 2, 0]]
 * dropout.predict(x); // => [[1, 2, 3, 4, 5, 6]]
 * ```
 */
export class Dropout extends Layer {
  override readonly name: string = "Dropout";
  override readonly elementwise = true;
  /** The generator: a checkpoint that holds it lets training go on with the same masks. */
  override readonly state: Readonly<Record<"random", RandomState>>;

  /**
   * A layer that drops each element with the same probability.
   *
   * @param probability - p, from 0 up to, but not including, 1
   * @throws RangeError or TypeError if the probability is anything else; TypeError if `random` is not a
   * RandomState
   * @example
   * ```ts
   * import { Dense, Dropout, RandomState, ReLU, sequential } from "spiralnet";
   *
   * const random = new RandomState(0);
   * const dropout = new Dropout(0.2, { random });
   * sequential(
   *   new Dense(2, 100, { random }),
   *   new ReLU(),
   *   dropout,
   *   new Dense(100, 3, { random }),
   * );
   * ```
   */
  constructor(
    readonly probability: number,
    options: DropoutOptions = {},
  ) {
    super();
    if (!(typeof probability === "number" && probability >= 0 && probability < 1)) {
      wrongNumber("Dropout: probability", probability, "a number from 0 up to, but not including, 1");
    }
    checkOptions("Dropout", options, ["random"]);
    const { random = new RandomState() } = options;
    checkRandom("Dropout", random);
    this.state = { random };
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    if (!pass.training) return { y: x, back: (G) => G };
    const { probability: p, state } = this;
    const drawn = filled("Dropout", x.rows, x.cols, () => state.random.rand());
    const mask = drawn.map((u) => (u < 1 - p ? 1 / (1 - p) : 0));
    return { y: x.multiply(mask), back: (G) => G.multiply(mask) }; // ∂L/∂x = G ⊙ m
  }
}
