import { checkFinite } from "../errors/number.js";
import type { Shape } from "../errors/shape-error.js";
import { wrongType } from "../errors/wrong.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkAllFinite, isMatrix } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import type { WrongGradient } from "./wrong-gradient.js";

const OPERATION = "gradientCheck.of";

/** f(x), called as often as it takes and checked each time. */
export class FunctionValue {
  private shape: Shape | undefined;
  private isNumber = false;

  constructor(
    private readonly f: (x: Matrix) => number | Matrix,
    readonly x: Matrix,
    private readonly outputGradient: Matrix | undefined,
  ) {}

  /**
   * f(x); a number as a matrix of one element.
   *
   * @throws TypeError or RangeError if it is neither a finite number nor a matrix of such; ShapeError if its
   * shape is not that of the first call, or of `outputGradient`
   */
  compute(): Matrix {
    const { f, x, outputGradient } = this;
    const result: unknown = f(x);
    const y = this.checked(result);
    if (outputGradient !== undefined) {
      checkSameShape(OPERATION, outputGradient.shape, y.shape, ["outputGradient", "f(x)"]);
    }
    this.shape ??= y.shape;
    checkSameShape(OPERATION, y.shape, this.shape, ["f(x)", "f(x) in the first call"]);
    return y;
  }

  /** L = Σ outputGradient ∘ f(x) */
  weightedSum(): number {
    const y = this.compute();
    const sum = (this.outputGradient?.multiply(y) ?? y).sum();
    checkFinite(`${OPERATION}: the sum of outputGradient times f(x)`, sum);
    return sum;
  }

  /** What may explain a wrong gradient. */
  evidence(): Pick<WrongGradient, "x" | "y" | "outputGradient"> {
    const { x } = this;
    const y = this.compute();
    // A number is a loss: it stands for no layer's result.
    if (this.isNumber) return { x };
    const outputGradient = this.outputGradient ?? Matrix.full(y.rows, y.cols, 1);
    // With as many rows, x are the examples, and otherwise weights.
    return { x: x.rows === y.rows ? x : undefined, y, outputGradient };
  }

  private checked(result: unknown): Matrix {
    if (isMatrix(result)) {
      checkAllFinite(OPERATION, "f(x)", result);
      return result;
    }
    if (typeof result !== "number") wrongType(`${OPERATION}: f(x)`, result, "a number or a Matrix");
    checkFinite(`${OPERATION}: f(x)`, result);
    this.isNumber = true;
    if (this.outputGradient !== undefined) {
      wrongType(`${OPERATION}: f(x)`, result, "a Matrix, since outputGradient is given");
    }
    return Matrix.full(1, 1, result);
  }
}
