import { checkAllFinite, checkGradient, checkMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Parameter } from "../parameters/parameter.js";
import type { Layer } from "./layer.js";
import { layerMemory, type Memory } from "./memory.js";
import { resultMatrix } from "./result.js";

/** A layer that applies one function to every element. */
export abstract class Activation implements Layer {
  /** What the layer is called in messages. */
  abstract readonly name: string;
  /** Nothing to learn. */
  readonly parameters: readonly Parameter[] = [];
  /** The result has the shape of x. */
  readonly elementwise = true;
  /** Set where `apply` may write over x, `applyGradient` over the gradient, and the one needs nothing that the other overwrites. */
  readonly inPlace?: boolean;
  readonly #memory: Memory<Matrix>;

  /** @internal `methods` are those of a class of ours. */
  constructor(methods?: object) {
    this.#memory = layerMemory(this, methods);
  }

  /** out = f(x) */
  protected abstract apply(out: Float64Array, x: Float64Array): void;

  /** out = gradient * f'(x), computed from what `remember` returned. */
  protected abstract applyGradient(out: Float64Array, gradient: Float64Array, kept: Float64Array): void;

  /** What `applyGradient` needs: x itself, or a copy of y, which belongs to the caller. */
  protected abstract remember(x: Matrix, y: Matrix): Matrix;

  /**
   * f(x) of each element; remembers what `backward` needs.
   *
   * @throws RangeError if x holds NaN or an infinity
   */
  forward<N extends number, W extends number>(x: Matrix<N, W>, out?: Matrix): Matrix<N, W> {
    const y = this.#evaluate("forward", x, out);
    this.#memory.keep(this.remember(x, y));
    return y as Matrix<N, W>;
  }

  /** f(x) of each element; remembers nothing. Throws as `forward` does. */
  predict<N extends number, W extends number>(x: Matrix<N, W>, out?: Matrix): Matrix<N, W> {
    return this.#evaluate("predict", x, out) as Matrix<N, W>;
  }

  /**
   * The gradient times f'(x), element by element.
   *
   * @throws {@link PassError} without a forward pass; {@link ShapeError} if the gradient has not the shape of its result
   */
  backward<N extends number, W extends number>(gradient: Matrix<N, W>, out?: Matrix): Matrix<N, W> {
    const operation = `${this.name}.backward`;
    const kept = this.#memory.recall(operation);
    checkGradient(operation, gradient, kept.shape);
    const dx = resultMatrix(operation, out, kept.rows, kept.cols, this.inPlace ? undefined : gradient);
    this.applyGradient(dx.data, gradient.data, kept.data);
    this.#memory.forget();
    return dx as Matrix<N, W>;
  }

  #evaluate(pass: string, x: Matrix, out: Matrix | undefined): Matrix {
    const operation = `${this.name}.${pass}`;
    checkMatrix(`${operation}: x`, x);
    if (out === undefined) checkAllFinite(operation, "x", x);
    const y = resultMatrix(operation, out, x.rows, x.cols, this.inPlace ? undefined : x);
    this.apply(y.data, x.data);
    return y;
  }
}
