import { checkFinite } from "../errors/number.js";
import type { Shape } from "../errors/shape-error.js";
import { wrongType } from "../errors/wrong.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkAllFinite, isMatrix } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";

const OPERATION = "gradientCheck.of";

/** f(x), called as often as it takes and checked each time. */
export class FunctionValue {
  private shape: Shape | undefined;

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

  private checked(result: unknown): Matrix {
    if (isMatrix(result)) {
      checkAllFinite(OPERATION, "f(x)", result);
      return result;
    }
    if (typeof result !== "number") wrongType(`${OPERATION}: f(x)`, result, "a number or a Matrix");
    checkFinite(`${OPERATION}: f(x)`, result);
    if (this.outputGradient !== undefined) {
      wrongType(`${OPERATION}: f(x)`, result, "a Matrix, since outputGradient is given");
    }
    return Matrix.full(1, 1, result);
  }
}
