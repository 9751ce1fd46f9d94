import { checkFinite } from "../errors/number.js";
import type { Layer } from "../layers/layer.js";
import { savepoint } from "../layers/savepoint.js";
import type { Loss } from "../losses/loss.js";
import { checkAllFinite, isMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Parameter } from "../parameters/parameter.js";
import type { Regularizer } from "../regularizers/regularizer.js";
import type { Gradient } from "./derivatives.js";
import { evaluateLoss } from "./evaluate-loss.js";
import { Probe, type ProbeOptions } from "./probe.js";
import { whileHolding } from "./while-holding.js";

/** What a layer makes of x. */
export interface Run {
  /** The result of `predict`. */
  readonly predicted: Matrix;
  /** The result of `forward`. */
  readonly y: Matrix;
  /** dL/dy */
  readonly outputGradient: Matrix;
  /** Those of the parameters as `backward` leaves them, without the penalty's. */
  readonly learnt: readonly Gradient[];
  /** The same with the penalty's. */
  readonly parameters: readonly Gradient[];
  /** These, and last that of x, if it is checked. */
  readonly gradients: readonly Gradient[];
  /** The argument that the layer has written to, if any; noticed in a run with options. */
  readonly written: string | undefined;
}

/** A layer that runs on x as often as it takes, from the same state each time. */
export interface Trial {
  readonly layer: Layer;
  readonly x: Matrix;
  /** Runs the layer forward and back. dL/dy is the loss's unless it is given. */
  run(options?: ProbeOptions, outputGradient?: Matrix): Run;
  /**
   * Calls a function as in the step before: x holds the same rows, each one further down, and the generators
   * of the layer's state stand elsewhere.
   */
  atEarlierStep<T>(f: () => T): T;
  /** The result of a forward pass over x. */
  forward(): Matrix;
  /** The loss of a result. */
  loss(y: Matrix): number;
  /** The penalty on the parameters; 0 if there is none. */
  penalty(): number;
  /**
   * The loss with the penalty, as a function of the numbers that the parameters and x hold: one forward pass.
   */
  objective(): number;
  /** Leaves the layer as it was before the trial. */
  restore(): void;
}

/** Prepares a trial, and remembers how the layer is now. */
export function trialOf(
  layer: Layer,
  x: Matrix,
  loss: Loss,
  regularizer: Regularizer | undefined,
  inputGradient: boolean,
): Trial {
  const { parameters } = layer;
  const state = Object.values(layer.state);
  const restoreState = savepoint(state);
  let earlier = false;
  const rewind = () => {
    restoreState();
    if (!earlier) return;
    for (const item of state) if (!isMatrix(item)) item.rand();
  };
  const restoreParameters = savepoint(parameters.flatMap(({ value, gradient }) => [value, gradient]));
  const plain = new Probe(layer);
  const forward = () => {
    rewind();
    return plain.forward(x);
  };
  const penalty = () => {
    const value = regularizer?.penalty(parameters) ?? 0;
    checkFinite("gradientCheck: the penalty", value);
    return value;
  };
  return {
    layer,
    x,
    forward,
    loss: (y) => evaluateLoss(loss, y).loss,
    penalty,
    atEarlierStep(f) {
      const first = x.data.length - x.cols;
      earlier = true;
      try {
        return whileHolding(x, [...x.data.subarray(first), ...x.data.subarray(0, first)], f);
      } finally {
        earlier = false;
      }
    },
    run(options, given) {
      const probe = new Probe(layer, options);
      rewind();
      const y = probe.forward(x);
      // Copies, so that a loss may do with its scores and its gradient what it likes.
      const outputGradient = given ?? evaluateLoss(loss, y.copy()).gradient.copy();
      const dx = probe.backward(outputGradient, { inputGradient });
      const learnt = gradientsOf(parameters);
      regularizer?.apply(parameters);
      const penalized = gradientsOf(parameters);
      const gradients = dx ? [...penalized, { name: "x", value: x, gradient: dx }] : penalized;
      for (const { name, gradient } of gradients) {
        checkAllFinite("gradientCheck", `the gradient of ${name}`, gradient);
      }
      rewind();
      const predicted = probe.predict(x);
      return {
        predicted,
        y,
        outputGradient,
        learnt,
        parameters: penalized,
        gradients,
        written: probe.written,
      };
    },
    objective() {
      return evaluateLoss(loss, forward()).loss + penalty();
    },
    restore() {
      restoreParameters();
      rewind();
    },
  };
}

/** The gradients as they are now. */
function gradientsOf(parameters: readonly Parameter[]): Gradient[] {
  return parameters.map(({ name, value, gradient }) => ({ name, value, gradient: gradient.copy() }));
}
