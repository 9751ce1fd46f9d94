import { checkInteger } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import { heNormal } from "../initializers/he-normal.js";
import type { Initializer } from "../initializers/initializer.js";
import { zeros } from "../initializers/zeros.js";
import { addColumnSums } from "../kernels/add-column-sums.js";
import { matmul } from "../kernels/matmul.js";
import { transposed } from "../kernels/operand.js";
import {
  checkAllFinite,
  checkColumns,
  checkGradient,
  checkMatrix,
  checkSameShape,
} from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import type { RequireEqual } from "../matrix/shape-types.js";
import type { Parameter } from "../parameters/parameter.js";
import { checkRandom, RandomState } from "../random/random-state.js";
import type { Layer } from "./layer.js";
import { layerMemory, type Memory } from "./memory.js";
import { resultMatrix } from "./result.js";

/** How a {@link Dense} layer starts. */
export interface DenseOptions {
  /** Makes the weights; {@link heNormal} if not given, which suits the ReLU that usually follows. */
  readonly weights?: Initializer;
  /** Makes the biases; {@link zeros} if not given. */
  readonly biases?: Initializer;
  /** Where random values come from; a fresh, unseeded generator if not given. */
  readonly random?: RandomState;
}

/**
 * A fully connected layer: $Y = XW + b$.
 *
 * $X$ is n x inputs, one example a row, $W$ inputs x outputs, $b$ a row that is added to every example, $Y$ n x outputs.
 *
 * @typeParam In - columns of $X$
 * @typeParam Out - columns of $Y$
 *
 * @example
 * ```ts
 * import { Dense, Matrix } from "spiralnet";
 *
 * const layer = new Dense(2, 3);
 * layer.forward(Matrix.zeros(5, 2)); // => [[0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0]]
 * layer.backward(Matrix.full(5, 3, 1)).shape; // => [5, 2]
 * layer.biases.gradient; // => [[5, 5, 5]]
 * ```
 */
export class Dense<In extends number = number, Out extends number = number> implements Layer {
  /** What it is called in messages. */
  readonly name = "Dense";
  /** Going back takes $X$ and $W$. */
  readonly releasesResult: boolean = true;
  /** Columns of x. */
  readonly inputs: In;
  /** Columns of the result. */
  readonly outputs: Out;
  /** $W$, inputs x outputs. */
  readonly weights: Parameter;
  /** $b$, 1 x outputs. */
  readonly biases: Parameter;
  /** Weights and biases. */
  readonly parameters: readonly Parameter[];
  readonly #input: Memory<Matrix> = layerMemory(this, Dense.prototype);

  /**
   * @throws RangeError or TypeError if a width is not an integer of at least 1; {@link ShapeError} if an initializer makes another shape
   */
  constructor(inputs: In, outputs: Out, options: DenseOptions = {}) {
    checkInteger("Dense: inputs", inputs, 1);
    checkInteger("Dense: outputs", outputs, 1);
    checkOptions("Dense", options, ["weights", "biases", "random"]);
    const { weights = heNormal, biases = zeros, random = new RandomState() } = options;
    checkRandom("Dense", random);
    this.inputs = inputs;
    this.outputs = outputs;
    this.weights = initialize("weights", "weight", weights, inputs, outputs, random);
    this.biases = initialize("biases", "bias", biases, 1, outputs, random);
    this.parameters = [this.weights, this.biases];
  }

  /**
   * $Y = XW + b$; remembers $X$.
   *
   * @throws {@link ShapeError} if x has other columns than `inputs`; RangeError if it holds NaN or an infinity
   */
  forward<N extends number, W extends number>(
    x: Matrix<N, W> & RequireEqual<W, In, `x has ${W} columns, the layer takes ${In}`>,
    out?: Matrix,
  ): Matrix<N, Out> {
    const y = this.#affine("Dense.forward", x, out);
    this.#input.keep(x);
    return y as Matrix<N, Out>;
  }

  /** $Y = XW + b$; remembers nothing. Throws as `forward` does. */
  predict<N extends number, W extends number>(
    x: Matrix<N, W> & RequireEqual<W, In, `x has ${W} columns, the layer takes ${In}`>,
    out?: Matrix,
  ): Matrix<N, Out> {
    return this.#affine("Dense.predict", x, out) as Matrix<N, Out>;
  }

  /**
   * With $G = \partial L / \partial Y$: $\partial L / \partial W = X^\top G$, $\partial L / \partial b = \sum_i G_i$ and, returned,
   * $\partial L / \partial X = G W^\top$.
   *
   * @throws {@link PassError} without a forward pass; {@link ShapeError} if the gradient has not the shape of its result
   */
  backward<N extends number, W extends number>(
    gradient: Matrix<N, W> & RequireEqual<W, Out, `the gradient has ${W} columns, the layer gives ${Out}`>,
    out?: Matrix,
  ): Matrix<N, In> {
    const x = this.#recall(gradient);
    const dx = resultMatrix("Dense.backward", out, x.rows, this.inputs, gradient);
    this.backwardParameters(gradient);
    matmul(dx.data, gradient, transposed(this.weights.value));
    return dx as Matrix<N, In>;
  }

  /** As `backward`, without $\partial L / \partial X$. */
  backwardParameters(gradient: Matrix): void {
    const x = this.#recall(gradient);
    const { continues } = this.#input;
    this.#input.forget();
    matmul(this.weights.gradient.data, transposed(x), gradient, undefined, continues);
    if (!continues) this.biases.gradient.data.fill(0);
    addColumnSums(this.biases.gradient, gradient);
  }

  #affine(operation: string, x: Matrix, out: Matrix | undefined): Matrix {
    checkColumns(operation, x, this.inputs);
    if (out === undefined) checkAllFinite(operation, "x", x);
    const y = resultMatrix(operation, out, x.rows, this.outputs, x);
    matmul(y.data, x, this.weights.value, this.biases.value.data);
    return y;
  }

  #recall(gradient: Matrix): Matrix {
    const x = this.#input.recall("Dense.backward");
    checkGradient("Dense.backward", gradient, [x.rows, this.outputs]);
    return x;
  }
}

function initialize(
  name: string,
  role: "weight" | "bias",
  initializer: Initializer,
  rows: number,
  cols: number,
  random: RandomState,
): Parameter {
  if (typeof initializer !== "function") {
    wrongType(`Dense: ${name}`, initializer, "an initializer function");
  }
  const value: unknown = initializer(rows, cols, random);
  checkMatrix(`Dense: what the initializer of the ${name} made`, value);
  checkSameShape(
    "Dense",
    value.shape,
    [rows, cols],
    [`what the initializer of the ${name} made`, "what the layer needs"],
  );
  checkAllFinite("Dense", name, value);
  return { name, value: value.copy(), gradient: Matrix.zeros(rows, cols), role };
}
