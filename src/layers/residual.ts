import { checkSameShape } from "../matrix/check-same-shape.js";
import type { Matrix } from "../matrix/matrix.js";
import type { RequireBlock, WidthOfBlock } from "./chain-types.js";
import type { Computed, Layer, Pass } from "./layer.js";
import { Sequential } from "./sequential.js";

/**
 * Layers one after the other, with a shortcut around them: y = x + f(x), f(x) = fₙ(… f₂(f₁(x))). With G = ∂L/∂y:
 * ∂L/∂x = G + fʹ(x)ᵀ G.
 *
 * @typeParam Layers - the layers, as a tuple
 * @typeParam Width - columns of x and y
 * @see He et al., "Deep residual learning" (2015), {@link https://arxiv.org/abs/1512.03385}
 * @example
 * ```ts
 * import { Dense, Matrix, Residual, zeros } from "spiralnet";
 *
 * new Residual(new Dense(3, 3, { weights: zeros })).predict(
 *   Matrix.fromRows([[1, 2, 3]]),
 * ); // => [[1, 2, 3]]
 * ```
 */
export class Residual<
  Layers extends readonly Layer[] = readonly Layer[],
  Width extends number = WidthOfBlock<Layers>,
> extends Sequential<Width, Width> {
  override readonly name: string = "Residual";
  declare readonly layers: Layers;
  declare readonly inputs: Width | undefined;
  declare readonly outputs: Width | undefined;

  /**
   * A block of layers with a shortcut. One whose ends differ, or whose layers don't fit, does not compile; if
   * the compiler can't know the widths, this throws, or the first pass does.
   *
   * @throws TypeError if there is no layer, or something else is among them; ShapeError if two neighbours, or
   * the two ends, don't fit
   * @example
   * ```ts
   * import { Dense, ReLU, Residual, sequential } from "spiralnet";
   *
   * const block = new Residual(new Dense(8, 32), new ReLU(), new Dense(32, 8));
   * block.parameters.map(({ name }) => name);
   * // => ["0.weights", "0.biases", "2.weights", "2.biases"]
   * sequential(new Dense(2, 8), block, new Dense(8, 3));
   * ```
   */
  constructor(...layers: Layers extends RequireBlock<Layers> ? Layers : RequireBlock<Layers>) {
    super(layers as unknown as readonly Layer[]);
    const { inputs, outputs } = this;
    this.inputs = inputs ?? outputs;
    this.outputs = outputs ?? inputs;
    if (inputs === undefined || outputs === undefined) return;
    checkSameShape(this.name, [1, inputs], [1, outputs], ["a row of x", "a row of f(x)"]);
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    const { y, back } = super.compute(x, pass);
    checkSameShape(this.name, x.shape, y.shape, ["x", "f(x)"]);
    return {
      y: x.add(y),
      back: (G, needed) => back(G, needed)?.add(G), // ∂L/∂x = G + fʹ(x)ᵀ G
    };
  }
}
