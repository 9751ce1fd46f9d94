import { checkBoolean, checkFunction } from "../errors/kind.js";
import { checkPositive } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import { checkLayer } from "../layers/check-layers.js";
import type { Layer } from "../layers/layer.js";
import type { Loss } from "../losses/loss.js";
import { checkInput } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import type { Regularizer } from "../regularizers/regularizer.js";
import { compareDerivatives } from "./derivatives.js";
import { explain } from "./explain.js";
import { findProblems } from "./findings.js";
import { GradientReport } from "./gradient-report.js";
import { LossLayer, sum } from "./loss-layer.js";
import { trialOf } from "./trial.js";
import { weightedSum } from "./weighted-sum.js";

/** What to check, and how. */
export interface GradientCheckOptions {
  /**
   * The loss of a layer's result; a sum with fixed random weights if not given. Not for a loss function,
   * which is its own.
   */
  readonly loss?: Loss | undefined;
  /** Adds a penalty on the layer's parameters to the loss. */
  readonly regularizer?: Regularizer | undefined;
  /**
   * Whether to check the gradient of x; true if not given. x has none if it holds indices, for an
   * {@link Embedding}.
   */
  readonly inputGradient?: boolean | undefined;
  /** How far a number moves to each side (more if it is beyond a million); 1e-5 if not given. */
  readonly step?: number | undefined;
  /** The largest relative error that passes; 1e-6 if not given. */
  readonly tolerance?: number | undefined;
}

/**
 * Compares the analytic gradient of every parameter and of the input with centred differences, (f(θ + h) −
 * f(θ − h)) / 2h.
 *
 * The subject is a layer (a model is one) or a loss function. A layer is checked in training passes, each
 * from the same `state`, through a loss: the one given, or the sum of its results with fixed random weights.
 * The report also names the mistakes that a right derivative can hide, such as a gradient that is
 * overwritten: see {@link GradientProblem}. Afterwards the layer and x are as they were.
 *
 * @param subject - what to check
 * @param x - a few examples, two at least. Every element moves twice, so keep it small
 * @throws TypeError or RangeError if an argument is not of its kind, or x, the loss or a gradient is not
 * finite; ShapeError if x or a gradient has the wrong shape
 * @see {@link https://cs231n.github.io/neural-networks-3/#gradcheck | cs231n, gradient checks}
 * @example
 * ```ts
 * import { Dense, gradientCheck, L2, RandomState, ReLU, sequential, softmaxCrossEntropy } from "spiralnet";
 *
 * const random = new RandomState(0);
 * const model = sequential(new Dense(2, 5, { random }), new ReLU(), new Dense(5, 3, { random }));
 * const report = gradientCheck(model, random.randn(4, 2), {
 *   loss: (scores) => softmaxCrossEntropy(scores, [0, 1, 2, 1]),
 *   regularizer: new L2(0.1),
 * });
 * report.passed; // => true
 * report.checked; // => 41
 * ```
 */
export function gradientCheck(
  subject: Layer | Loss,
  x: Matrix,
  options: GradientCheckOptions = {},
): GradientReport {
  checkOptions("gradientCheck", options, ["loss", "regularizer", "inputGradient", "step", "tolerance"]);
  const { loss, regularizer, inputGradient = true, step = 1e-5, tolerance = 1e-6 } = options;
  checkPositive("gradientCheck: step", step);
  checkPositive("gradientCheck: tolerance", tolerance);
  if (loss !== undefined) checkFunction("gradientCheck: loss", loss, "a loss function");
  if (regularizer !== undefined) checkRegularizer(regularizer);
  checkBoolean("gradientCheck: inputGradient", inputGradient);
  checkInput("gradientCheck", x);
  checkSubject(subject);

  if (isLoss(subject) && (loss !== undefined || regularizer !== undefined || !inputGradient)) {
    throw new TypeError(
      "gradientCheck: got a loss function and options for layers; expected no loss, no regularizer, " +
        "and inputGradient to be true",
    );
  }
  const own = new Matrix(x.rows, x.cols, x.data.slice());
  const trial = isLoss(subject)
    ? trialOf(new LossLayer(subject), own, sum, undefined, true)
    : trialOf(subject, own, loss ?? weightedSum(), regularizer, inputGradient);
  try {
    const first = trial.run();
    const problems = findProblems(trial, first);
    // A derivative of what is no function would mean nothing.
    const gradients = problems[0]?.kind === "passes-differ" ? [] : first.gradients;
    const derivatives = compareDerivatives(() => trial.objective(), gradients, { step, tolerance });
    const diagnoses = explain(trial, first, derivatives, { step, tolerance });
    return new GradientReport(derivatives.flat(), problems, tolerance, diagnoses);
  } finally {
    trial.restore();
  }
}

function isLoss(subject: Layer | Loss): subject is Loss {
  return typeof subject === "function";
}

function checkSubject(subject: unknown): void {
  const isClassOfLayers =
    typeof (subject as { prototype?: Partial<Layer> } | undefined)?.prototype?.forward === "function";
  if (typeof subject === "object" || isClassOfLayers) checkLayer("gradientCheck: subject", subject);
  else checkFunction("gradientCheck: subject", subject, "a layer or a loss function");
}

function checkRegularizer(regularizer: unknown): void {
  const { penalty, apply } = Object(regularizer) as Partial<Regularizer>;
  if (typeof penalty === "function" && typeof apply === "function") return;
  wrongType("gradientCheck: regularizer", regularizer, "an object with the methods penalty and apply");
}
