import { checkFinite, checkPositive } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { copies, setAll } from "../kernels/copies.js";
import type { Layer } from "../layers/layer.js";
import type { Loss } from "../losses/loss.js";
import { checkAllFinite, checkMatrix, checkSameShape } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import { checkParameters } from "../parameters/check-parameters.js";
import type { Parameter } from "../parameters/parameter.js";
import { RandomState } from "../random/random-state.js";
import type { Regularizer } from "../regularizers/regularizer.js";
import { isKink, slopesAt } from "./differences.js";
import { type GradientEntry, GradientReport } from "./gradient-report.js";

/** What to check, and how. */
export interface GradientCheckOptions {
  /** The loss of what the layer or model gives; a sum with fixed random weights if not given. */
  readonly loss?: Loss;
  /** Adds a penalty on the parameters to the loss. */
  readonly regularizer?: Regularizer;
  /** How far a number is moved to each side (more where it is beyond a million); 1e-5 if not given. */
  readonly step?: number;
  /** The largest relative error that passes; 1e-6 if not given. */
  readonly tolerance?: number;
}

/** A number to differentiate, and how to get its analytic gradient. */
interface Objective {
  readonly parameters: readonly Parameter[];
  value(x: Matrix): number;
  /** Leaves each parameter's gradient in the parameter; returns that of x. */
  gradient(x: Matrix): Matrix;
}

/**
 * Compares the analytic gradient of every parameter and of the input with centred differences, $(f(\theta + h) - f(\theta - h)) / 2h$.
 *
 * The subject is a layer, a model, or a loss function. A layer or model is checked through a loss: the one given, or the sum of its
 * results with fixed random weights. Afterwards parameters, gradients and x are what they were; a forward pass that was waiting for
 * its `backward` is used up.
 *
 * @param subject - what to check
 * @param x - a few examples; every element of it is moved, so keep it small
 * @throws RangeError or TypeError if an option is not of its kind, or the loss or x is not finite; {@link ShapeError} if a gradient has
 * not the shape of what it belongs to
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
  checkOptions("gradientCheck", options, ["loss", "regularizer", "step", "tolerance"]);
  const { step = 1e-5, tolerance = 1e-6 } = options;
  checkPositive("gradientCheck: step", step);
  checkPositive("gradientCheck: tolerance", tolerance);
  checkMatrix("gradientCheck: x", x);
  checkAllFinite("gradientCheck", "x", x);

  const objective = objectiveOf(subject, options);
  checkParameters("gradientCheck", objective.parameters);
  const gradients = objective.parameters.map(({ gradient }) => gradient.data);
  const saved = copies(gradients);
  try {
    return compare(objective, x.copy(), step, tolerance);
  } finally {
    setAll(gradients, saved);
  }
}

function objectiveOf(subject: Layer | Loss, options: GradientCheckOptions): Objective {
  if (typeof subject === "function") {
    return {
      parameters: [],
      value: (x) => subject(x).loss,
      gradient: (x) => subject(x).gradient,
    };
  }
  const { loss = weightedSum, regularizer } = options;
  const { parameters } = subject;
  return {
    parameters,
    value: (x) => loss(subject.forward(x)).loss + (regularizer?.penalty(parameters) ?? 0),
    gradient(x) {
      const { gradient } = loss(subject.forward(x));
      const dx = subject.backward(gradient, { inputGradient: true });
      regularizer?.apply(parameters);
      return dx;
    },
  };
}

/** A sum in which every element counts differently, so that no two errors cancel. */
const weightedSum: Loss = (scores) => {
  const gradient = new RandomState(0).randn(scores.rows, scores.cols);
  return { loss: scores.multiply(gradient).sum(), gradient };
};

function compare(objective: Objective, x: Matrix, step: number, tolerance: number): GradientReport {
  const dx = objective.gradient(x);
  checkMatrix("gradientCheck: what backward returned", dx);
  const pairs = [
    ...objective.parameters.map(({ name, value, gradient }) => ({ name, value, gradient: gradient.copy() })),
    { name: "x", value: x, gradient: dx.copy() },
  ];
  for (const { name, value, gradient } of pairs) {
    checkSameShape("gradientCheck", value.shape, gradient.shape, [name, "its gradient"]);
    checkAllFinite("gradientCheck", `the gradient of ${name}`, gradient);
  }

  const value = () => {
    const loss = objective.value(x);
    checkFinite("gradientCheck: the loss", loss);
    return loss;
  };
  const entries: GradientEntry[] = [];
  const kinks: GradientEntry[] = [];
  for (const pair of pairs) {
    for (let i = 0; i < pair.value.data.length; i++) {
      const { entry, kink } = compareAt(value, pair, i, step, tolerance);
      entries.push(entry);
      if (kink) kinks.push(entry);
    }
  }
  // The last pass must be one that is used up, or a later backward would go back through a moved parameter.
  objective.gradient(x);
  return new GradientReport(entries, kinks, tolerance);
}

function compareAt(
  objective: () => number,
  { name, value, gradient }: { name: string; value: Matrix; gradient: Matrix },
  index: number,
  step: number,
  tolerance: number,
): { entry: GradientEntry; kink: boolean } {
  const analytic = gradient.data[index] as number;
  const slopes = slopesAt(objective, value.data, index, step);
  const kink = isKink(slopes, () => slopesAt(objective, value.data, index, step / 10));
  const [low, high] = [Math.min(slopes.left, slopes.right), Math.max(slopes.left, slopes.right)];
  // At a kink any slope between those of the two sides is right.
  const numeric = kink ? Math.min(Math.max(analytic, low), high) : slopes.centred;
  // Where both are so small that rounding alone could make them differ by more than the tolerance, they are measured against that size.
  const size = Math.max(Math.abs(analytic), Math.abs(numeric), slopes.rounding / tolerance);
  const entry = {
    name,
    row: Math.floor(index / value.cols),
    col: index % value.cols,
    analytic,
    numeric: slopes.centred,
    relativeError: Math.abs(analytic - numeric) / size,
  };
  return { entry, kink };
}
