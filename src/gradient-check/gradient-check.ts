import type { Layer } from "../layers/layer.js";
import type { Loss } from "../losses/loss.js";
import type { Matrix } from "../matrix/matrix.js";
import type { RequireEqual } from "../matrix/shape-types.js";
import { checkFunctionGradient } from "./check-function-gradient.js";
import { checkGradient } from "./check-gradient.js";
import type { GradientReport } from "./gradient-report.js";
import type { FunctionCheckOptions, GradientCheckOptions } from "./options.js";

/** The type of {@link gradientCheck}: a function for layers and loss functions, with one for any other. */
export interface GradientCheck {
  /**
   * Compares the analytic gradient of every parameter and of the input with centred differences, (f(θ + h) −
   * f(θ − h)) / 2h.
   *
   * The subject is a layer (a model is one) or a loss function. A layer is checked in training passes, each
   * from the same `state`, through a loss: the one given, or the sum of its results with fixed random weights.
   *
   * If a gradient is wrong, the report names each usual mistake that explains all its numbers, with the numbers
   * that show it: a constant factor, the sign, zeros, a transpose, a penalty left out, an error only where
   * x < 0, in one row, column or at the labels, dL/dy ignored, a derivative taken at y, an x kept from the step
   * before, a mean or another term missing, and more: see {@link DiagnosisKind}. If no usual mistake fits, it
   * guesses none, but checks the layers within a model one by one. It also names the mistakes that a right derivative can hide, such as a gradient that is
   * overwritten: see {@link GradientProblem}. Afterwards the layer and x are as they were.
   *
   * @param subject - what to check
   * @param x - a few examples, two at least. Every element moves twice, so keep it small, or give `samples`
   * @throws TypeError or RangeError if an argument is not of its kind, or x, the loss or a gradient is not
   * finite; ShapeError if x or a gradient has the wrong shape
   * @see {@link https://cs231n.github.io/neural-networks-3/#gradcheck | cs231n, gradient checks}
   * @example
   * ```ts
   * import {
   *   Dense, gradientCheck, L2, RandomState, ReLU, sequential, softmaxCrossEntropy,
   * } from "spiralnet";
   *
   * const random = new RandomState(0);
   * const model = sequential(
   *   new Dense(2, 5, { random }),
   *   new ReLU(),
   *   new Dense(5, 3, { random }),
   * );
   * const report = gradientCheck(model, random.randn(4, 2), {
   *   loss: (scores) => softmaxCrossEntropy(scores, [0, 1, 2, 1]),
   *   regularizer: new L2(0.1),
   * });
   * report.passed; // => true
   * report.checked; // => 41
   * ```
   * @example
   * ```ts
   * import { Activation, gradientCheck, RandomState } from "spiralnet";
   *
   * class Sigmoid extends Activation {
   *   protected override f = (x: number) => 1 / (1 + Math.exp(-x));
   *   // should be y * (1 - y)
   *   protected override slope = (x: number) => x * (1 - x);
   * }
   * const { diagnoses } = gradientCheck(
   *   new Sigmoid(),
   *   new RandomState(0).randn(4, 3),
   * );
   * diagnoses[0]?.kind; // => "output-formula"
   * ```
   */
  (subject: Layer | Loss, x: Matrix, options?: GradientCheckOptions): GradientReport;

  /**
   * Compares the gradient of any function of a matrix, wherever that gradient comes from, with centred
   * differences.
   *
   * A function that returns a matrix is checked through L = Σ outputGradient ∘ f(x). The elements of x move in
   * place, and f gets x as its argument, so it may also be a function of no arguments that finds x elsewhere,
   * as the weights of a network. Afterwards x is as it was, also if f throws.
   *
   * If two calls of f with the same x differ, or f writes to x, the report says so and compares nothing: see
   * {@link GradientProblem}.
   *
   * @param f - the function; it returns a number, or a matrix of the same shape each time
   * @param x - where the gradient is checked
   * @param dx - dL/dx, of the shape of x
   * @throws TypeError or RangeError if an argument is not of its kind, or x, dx, `outputGradient` or f(x) is
   * not finite; ShapeError if dx has not the shape of x, or f(x) not that of `outputGradient` or of the first
   * call
   * @see {@link https://cs231n.github.io/neural-networks-3/#gradcheck | cs231n, gradient checks}
   * @example
   * ```ts
   * import { gradientCheck, RandomState } from "spiralnet";
   *
   * const random = new RandomState(0);
   * const [x, w, dout] = [
   *   random.randn(4, 3),
   *   random.randn(3, 2),
   *   random.randn(4, 2),
   * ];
   * const dw = x.transpose().matmul(dout);
   * gradientCheck.of((at) => x.matmul(at), w, dw, {
   *   outputGradient: dout,
   *   name: "w",
   * }).passed; // => true
   * gradientCheck.of(() => 0.5 * w.multiply(w).sum(), w, w.multiply(2)).passed;
   * // => false
   * ```
   */
  of<R extends number, C extends number, DR extends number, DC extends number>(
    f: (x: Matrix<R, C>) => number | Matrix,
    x: Matrix<R, C>,
    dx: Matrix<DR, DC> &
      RequireEqual<R, DR, `x has ${R} rows, dx has ${DR}`> &
      RequireEqual<C, DC, `x has ${C} columns, dx has ${DC}`>,
    options?: FunctionCheckOptions,
  ): GradientReport;
}

/**
 * Checks analytic gradients: those of a layer or a loss function, or by `gradientCheck.of` that of any
 * function. See {@link GradientCheck}, which documents both.
 *
 * @function
 */
// A bundler drops the call if nobody uses its result. It would keep `gradientCheck.of = ...`.
export const gradientCheck: GradientCheck = /* @__PURE__ */ Object.assign(
  function gradientCheck(subject: Layer | Loss, x: Matrix, options?: GradientCheckOptions) {
    return checkGradient(subject, x, options);
  },
  { of: checkFunctionGradient as GradientCheck["of"] },
);
