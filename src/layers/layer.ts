import type { Matrix } from "../matrix/matrix.js";
import type { Parameter } from "../parameters/parameter.js";

/**
 * A differentiable function of a matrix with one example a row. Anything with `parameters` and these methods can be part
 * of a model.
 *
 * What a layer is given is valid until the next pass: inside a model, matrices are used again from step to step.
 *
 * The optional `out` is a matrix of the result's shape to write the result into and return; a layer may ignore it. Without it the
 * result is new, belongs to the caller and is never written to again. Layers of ours take it that who gives `out` sees to it that no NaN or
 * infinity goes in unnoticed, as a model does, and check x for them only without it.
 *
 * @example
 * ```ts
 * import { Dense, type Layer, Matrix, sequential } from "spiralnet";
 *
 * class Double implements Layer {
 *   readonly parameters = [];
 *   readonly elementwise = true;
 *   forward(x: Matrix): Matrix {
 *     return x.multiply(2);
 *   }
 *   backward(gradient: Matrix): Matrix {
 *     return gradient.multiply(2);
 *   }
 *   predict(x: Matrix): Matrix {
 *     return x.multiply(2);
 *   }
 * }
 * sequential(new Double(), new Dense(2, 3)).predict(Matrix.zeros(5, 2)).shape; // => [5, 3]
 * ```
 */
export interface Layer {
  /** What the layer is called in messages; the name of its class if not given. */
  readonly name?: string;
  /** What training changes; empty where there is nothing to learn. */
  readonly parameters: readonly Parameter[];
  /** Columns of x, where the layer takes a fixed number. A literal type makes the compiler check it. */
  readonly inputs?: number;
  /** Columns of the result, where the layer gives a fixed number. A literal type makes the compiler check it. */
  readonly outputs?: number;
  /** Set where the result has the shape of x, whatever that is. */
  readonly elementwise?: true;
  /** Set where `out` may be x, or in `backward` the gradient: the result is written over it. A model then saves the memory between. */
  readonly inPlace?: boolean;
  /** Set where `backward` has no use for the result of `forward`, so that the next layer of a model may write over it. */
  readonly releasesResult?: boolean;

  /** A training pass: computes the result and remembers what `backward` needs. */
  forward(x: Matrix, out?: Matrix): Matrix;

  /**
   * From $\partial L / \partial \text{output}$ of the last `forward`, writes (not adds) each parameter's gradient and returns
   * $\partial L / \partial x$.
   */
  backward(gradient: Matrix, out?: Matrix): Matrix;

  /** Inference: computes the result, remembers nothing and disturbs no training pass. */
  predict(x: Matrix, out?: Matrix): Matrix;

  /**
   * As `backward`, without $\partial L / \partial x$: all that a model's first layer has to do. A class that extends another and has a
   * `backward` of its own needs one of this too; of layers of ours that were extended so a model calls `backward`.
   */
  backwardParameters?(gradient: Matrix): void;
}
