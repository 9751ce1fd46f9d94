import type { Matrix } from "../matrix/matrix.js";
import { Printable } from "../matrix/printable.js";
import type { RequireEqual } from "../matrix/shape-types.js";
import type { Parameter } from "../parameters/parameter.js";
import type { RandomState } from "../random/random-state.js";
import type { InputsOf, RequireOutputs, WidthAfter, WidthBefore } from "./chain-types.js";
import { Door } from "./door.js";
import { layerLine } from "./summary.js";

/** What a layer makes of x, and the way back. */
export interface Computed {
  /** The result, with as many rows as x. */
  readonly y: Matrix;
  /**
   * Adds dL/dθ to the gradient of each parameter θ, and returns dL/dx, which may be left out unless it is
   * `needed`.
   *
   * @param gradient - dL/dy
   */
  back(gradient: Matrix, needed: boolean): Matrix | undefined;
}

/** What a backward pass returns. */
export interface BackwardOptions {
  /** Whether to compute and return dL/dx too; false if not given. */
  readonly inputGradient?: boolean | undefined;
}

/** Some rows on their way through a model and back. All layers of the model share it. */
export interface Pass {
  /** Whether `back` will be called, as opposed to inference. Dropout and batch normalization depend on it. */
  readonly training: boolean;
  /** How many rows of the batch went before these: a message about a row counts from there. */
  readonly firstRow: number;
  /**
   * A matrix to fill, which the model uses again in its next pass. It holds anything at first. A new matrix
   * is as right, but slower.
   */
  matrix(rows: number, cols: number): Matrix;
  /**
   * Runs a layer within another one. Its `forward` would start a pass of its own, which this one's way back
   * does not reach.
   */
  run(layer: Layer, x: Matrix): Computed;
}

/**
 * A differentiable function of a matrix with one example a row. A layer of your own states its formulas once,
 * in `compute`; `forward`, `backward` and `predict` are the same for all layers, and no class may override
 * them.
 *
 * The matrices that `compute` and `back` get are used again in later passes: a layer keeps a copy if it wants
 * to keep one. A model searches its result for NaN and infinities, so a layer should not turn one into a
 * finite number.
 *
 * @typeParam In - columns of x
 * @typeParam Out - columns of y
 * @example
 * ```ts
 * import {
 *   type Computed, gradientCheck, Layer, Matrix, RandomState,
 * } from "spiralnet";
 *
 * class Square extends Layer {
 *   override readonly elementwise = true;
 *   protected override compute(x: Matrix): Computed {
 *     return {
 *       y: x.multiply(x),
 *       back: (gradient) => gradient.multiply(x).multiply(2),
 *     };
 *   }
 * }
 * new Square().predict(Matrix.fromRows([[1, 2, 3]])); // => [[1, 4, 9]]
 * gradientCheck(new Square(), new RandomState(0).randn(4, 3)).passed; // => true
 * ```
 */
export abstract class Layer<In extends number = number, Out extends number = number> extends Printable {
  /** What messages call it; the name of its class if it sets none. */
  readonly name: string = this.constructor.name;
  /** What training changes; none if there is nothing to learn. */
  readonly parameters: readonly Parameter[] = [];
  /**
   * What passes change but training does not learn, such as running means and random generators, by name.
   * A forward pass that fails puts it back, as `gradientCheck` does; a checkpoint holds it.
   */
  readonly state: Readonly<Record<string, Matrix | RandomState>> = {};
  /** The layers within it. */
  readonly layers: readonly Layer[] = [];
  /** Columns of x, if the layer takes a fixed number. A literal type makes the compiler check it. */
  readonly inputs?: In | undefined;
  /** Columns of y, if the layer gives a fixed number. A literal type makes the compiler check it. */
  readonly outputs?: Out | undefined;
  /** Set if y has the shape of x, whatever that is. */
  readonly elementwise?: true | undefined;
  /** Set if each row of y depends on the same row of x alone: a model may then take some rows at a time. */
  readonly rowwise: boolean = false;
  private readonly door: Door = new Door(this);

  /** y and the way back, by the layer's formulas. x has been checked, and y will be. */
  protected abstract compute(x: Matrix, pass: Pass): Computed;

  /**
   * A training pass: computes y and keeps the way back. The result is the caller's.
   *
   * @throws ShapeError if x has not the columns that the layer takes; RangeError if x holds NaN or an
   * infinity; {@link NonFiniteError} if one comes out, with the iteration: how many forward passes there were
   * before
   */
  forward<N extends number, W extends number>(
    x: Matrix<N, W> &
      RequireEqual<W, InputsOf<this>, `x has ${W} columns, the layer takes ${InputsOf<this>}`>,
  ): Matrix<N, WidthAfter<this, W>> {
    return this.door.forward(x) as Matrix<N, WidthAfter<this, W>>;
  }

  /**
   * Inference: keeps nothing and leaves a training pass as it is. The result is the caller's. Throws as
   * `forward` does.
   */
  predict<N extends number, W extends number>(
    x: Matrix<N, W> &
      RequireEqual<W, InputsOf<this>, `x has ${W} columns, the layer takes ${InputsOf<this>}`>,
  ): Matrix<N, WidthAfter<this, W>> {
    return this.door.predict(x) as Matrix<N, WidthAfter<this, W>>;
  }

  /**
   * Takes dL/dy back through the last forward pass and writes the gradient of every parameter. Training has
   * no use for dL/dx: it is computed and returned only if `inputGradient` is true.
   *
   * @throws PassError without a forward pass; ShapeError if the gradient has not the shape of y; RangeError
   * if it holds NaN or an infinity
   * @example
   * ```ts
   * import { Dense, Matrix } from "spiralnet";
   *
   * const layer = new Dense(2, 3);
   * layer.forward(Matrix.zeros(5, 2));
   * layer.backward(Matrix.full(5, 3, 1), { inputGradient: true }).shape;
   * // => [5, 2]
   * layer.biases.gradient; // => [[5, 5, 5]]
   * ```
   */
  backward<N extends number, W extends number>(
    gradient: Matrix<N, W> & RequireOutputs<this, W>,
    options?: { readonly inputGradient?: false | undefined },
  ): void;
  backward<N extends number, W extends number>(
    gradient: Matrix<N, W> & RequireOutputs<this, W>,
    options: { readonly inputGradient: true },
  ): Matrix<N, WidthBefore<this, W>>;
  backward<N extends number, W extends number>(
    gradient: Matrix<N, W> & RequireOutputs<this, W>,
    options: BackwardOptions,
  ): Matrix<N, WidthBefore<this, W>> | undefined;
  backward(gradient: Matrix, options: BackwardOptions = {}): Matrix | undefined {
    return this.door.backward(gradient, options);
  }

  /** Its name, widths and number of parameters. `console.log` in Node prints it too. */
  toString(): string {
    return layerLine(this);
  }
}
