import { checkFunction } from "../errors/kind.js";
import { checkInteger } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import type { Initializer } from "../initializers/initializer.js";
import { normal } from "../initializers/normal.js";
import type { Matrix } from "../matrix/matrix.js";
import { placeOf } from "../matrix/place-of.js";
import { type Parameter, parameter } from "../parameters/parameter.js";
import { checkRandom } from "../random/check-random.js";
import { RandomState } from "../random/random-state.js";
import { initialValue } from "./initial-value.js";
import { type Computed, Layer, type Pass } from "./layer.js";

/** What an {@link Embedding} takes, and how it starts. */
export interface EmbeddingOptions<Steps extends number = number> {
  /** Columns of x; 1 if not given. */
  readonly steps?: Steps | undefined;
  /** Makes the vectors, a row each; {@link normal}(1) if not given. */
  readonly weights?: Initializer | undefined;
  /** Where random values come from; a fresh, unseeded generator if not given. */
  readonly random?: RandomState | undefined;
}

/** The columns of `Steps` vectors. The compiler can't multiply. */
export type EmbeddingOutputs<Width extends number, Steps extends number> = Steps extends 1 ? Width : number;

/**
 * Learns a vector for each of a number of things, such as words. X is n x steps and holds indices; row i of
 * Y, n x (steps · width), is the vectors W[Xᵢ₁], W[Xᵢ₂], … side by side. With G = ∂L/∂Y, ∂L/∂W[k] is the sum
 * of the parts of G that belong to index k.
 *
 * An index has no gradient. So the layer comes first in a model, `backward` refuses `inputGradient: true`,
 * and `gradientCheck` needs `inputGradient: false`.
 *
 * @typeParam Width - columns of a vector
 * @typeParam Steps - columns of X; 1 if not given
 * @example
 * ```ts
 * import { Embedding, Matrix } from "spiralnet";
 *
 * const vectors = Matrix.fromRows([
 *   [0, 1],
 *   [2, 3],
 *   [4, 5],
 * ]);
 * const layer = new Embedding(3, 2, { steps: 2, weights: () => vectors });
 * layer.forward(
 *   Matrix.fromRows([
 *     [2, 0],
 *     [2, 2],
 *   ]),
 * ); // => [[4, 5, 0, 1], [4, 5, 4, 5]]
 * layer.backward(Matrix.full(2, 4, 1));
 * layer.weights.gradient; // => [[1, 1], [0, 0], [3, 3]]
 * ```
 */
export class Embedding<Width extends number = number, const Steps extends number = 1> extends Layer<
  Steps,
  EmbeddingOutputs<Width, Steps>
> {
  override readonly name: string = "Embedding";
  override readonly rowwise: boolean = true;
  override readonly inputs: Steps;
  override readonly outputs: EmbeddingOutputs<Width, Steps>;
  /** W, count x width: a row for each index. */
  readonly weights: Parameter;
  override readonly parameters: readonly Parameter[];

  /**
   * @param count - how many vectors there are: indices go from 0 to count - 1
   * @param width - columns of a vector
   * @throws RangeError or TypeError if a number is not an integer of at least 1; ShapeError if the
   * initializer makes another shape
   */
  constructor(count: number, width: Width, options: EmbeddingOptions<Steps> = {}) {
    super();
    checkInteger("Embedding: count", count, 1);
    checkInteger("Embedding: width", width, 1);
    checkOptions("Embedding", options, ["steps", "weights", "random"]);
    const { steps = 1, weights = normal(1), random = new RandomState() } = options;
    checkInteger("Embedding: steps", steps, 1);
    checkInteger("Embedding: steps * width", steps * width, 1);
    checkFunction("Embedding: weights", weights, "an initializer function");
    checkRandom("Embedding", random);
    this.inputs = steps as Steps;
    this.outputs = (steps * width) as EmbeddingOutputs<Width, Steps>;
    const W = initialValue("Embedding", "weights", weights(count, width, random), count, width);
    // The name tells it from the weights of Dense, which PyTorch, and so a file for it, stores transposed.
    this.weights = parameter("vectors", W, "weight");
    this.parameters = [this.weights];
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    const { value: W, gradient: dW } = this.weights;
    const { cols: width } = W;
    checkIndices(x, W.rows, pass.firstRow);
    const y = pass.matrix(x.rows, x.cols * width);
    x.data.forEach((index, i) => {
      y.data.set(W.data.subarray(index * width, (index + 1) * width), i * width); // yᵢ = W[xᵢ]
    });
    return {
      y,
      back(G, needed) {
        if (needed) throw new TypeError(NO_GRADIENT);
        x.data.forEach((index, i) => {
          for (let j = 0; j < width; j++) {
            const at = index * width + j;
            dW.data[at] = (dW.data[at] as number) + (G.data[i * width + j] as number); // dW[xᵢ] += Gᵢ
          }
        });
        return undefined;
      },
    };
  }
}

const NO_GRADIENT =
  "Embedding.backward: dL/dx was asked for, but x holds indices, which have no gradient; " +
  "expected no inputGradient, or in gradientCheck inputGradient: false";

/** Throws unless x holds integers from 0 to count - 1. */
function checkIndices(x: Matrix, count: number, firstRow: number): void {
  const wrong = x.data.findIndex((index) => !(Number.isInteger(index) && index >= 0 && index < count));
  if (wrong < 0) return;
  const place = placeOf("x", x, firstRow * x.cols + wrong);
  checkInteger(`Embedding: ${place}`, x.data[wrong], 0, count - 1);
}
