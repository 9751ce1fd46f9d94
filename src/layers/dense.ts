import { checkFunction } from "../errors/kind.js";
import { checkInteger } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { heNormal } from "../initializers/he-normal.js";
import type { Initializer } from "../initializers/initializer.js";
import { zeros } from "../initializers/zeros.js";
import { addColumnSums } from "../kernels/add-column-sums.js";
import { transposed } from "../kernels/operand.js";
import { addProduct, affine, product } from "../kernels/product.js";
import type { Matrix } from "../matrix/matrix.js";
import { type Parameter, parameter } from "../parameters/parameter.js";
import { checkRandom } from "../random/check-random.js";
import { RandomState } from "../random/random-state.js";
import { initialValue } from "./initial-value.js";
import { type Computed, Layer, type Pass } from "./layer.js";

/** How a {@link Dense} layer starts. */
export interface DenseOptions {
  /** Makes the weights; {@link heNormal} if not given, which suits the ReLU that usually follows. */
  readonly weights?: Initializer | undefined;
  /** Makes the biases; {@link zeros} if not given. */
  readonly biases?: Initializer | undefined;
  /** Where random values come from; a fresh, unseeded generator if not given. */
  readonly random?: RandomState | undefined;
}

/**
 * A fully connected layer: Y = XW + b.
 *
 * X is n x inputs, one example a row, W inputs x outputs, b a row that is added to every example, Y n x
 * outputs. With G = ∂L/∂Y: ∂L/∂W = XᵀG, ∂L/∂b = Σ Gᵢ, ∂L/∂X = GWᵀ.
 *
 * @typeParam In - columns of X
 * @typeParam Out - columns of Y
 * @example
 * ```ts
 * import { Dense, Matrix } from "spiralnet";
 *
 * const layer = new Dense(2, 3);
 * layer.forward(Matrix.zeros(5, 2)).shape; // => [5, 3]
 * layer.backward(Matrix.full(5, 3, 1));
 * layer.biases.gradient; // => [[5, 5, 5]]
 * ```
 */
export class Dense<In extends number = number, Out extends number = number> extends Layer<In, Out> {
  override readonly name: string = "Dense";
  override readonly rowwise: boolean = true;
  override readonly inputs: In;
  override readonly outputs: Out;
  /** W, inputs x outputs. */
  readonly weights: Parameter;
  /** b, 1 x outputs. */
  readonly biases: Parameter;
  override readonly parameters: readonly Parameter[];

  /**
   * A layer with weights from {@link heNormal} and biases of 0, if the options say nothing else.
   *
   * @throws RangeError or TypeError if a width is not an integer of at least 1; ShapeError if an initializer
   * makes another shape
   * @example
   * ```ts
   * import { Dense, normal, RandomState } from "spiralnet";
   *
   * const layer = new Dense(2, 100, {
   *   weights: normal(0.01),
   *   random: new RandomState(0),
   * });
   * layer.weights.value.shape; // => [2, 100]
   * ```
   */
  constructor(inputs: In, outputs: Out, options: DenseOptions = {}) {
    super();
    checkInteger("Dense: inputs", inputs, 1);
    checkInteger("Dense: outputs", outputs, 1);
    checkOptions("Dense", options, ["weights", "biases", "random"]);
    const { weights = heNormal, biases = zeros, random = new RandomState() } = options;
    checkFunction("Dense: weights", weights, "an initializer function");
    checkFunction("Dense: biases", biases, "an initializer function");
    checkRandom("Dense", random);
    this.inputs = inputs;
    this.outputs = outputs;
    const W = initialValue("Dense", "weights", weights(inputs, outputs, random), inputs, outputs);
    const b = initialValue("Dense", "biases", biases(1, outputs, random), 1, outputs);
    this.weights = parameter("weights", W, "weight");
    this.biases = parameter("biases", b, "bias");
    this.parameters = [this.weights, this.biases];
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    const { weights: W, biases: b } = this;
    return {
      y: affine(pass.matrix(x.rows, this.outputs), x, W.value, b.value), // Y = XW + b
      back(G, needed) {
        addProduct(W.gradient, transposed(x), G); // ∂L/∂W = XᵀG
        addColumnSums(b.gradient, G); // ∂L/∂b = Σ Gᵢ
        return needed ? product(pass.matrix(x.rows, x.cols), G, transposed(W.value)) : undefined; // ∂L/∂X = GWᵀ
      },
    };
  }
}
