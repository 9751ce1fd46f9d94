import { checkFinite } from "../errors/number.js";
import type { Layer } from "../layers/layer.js";
import type { Loss } from "../losses/loss.js";
import { checkAllFinite, isMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Regularizer } from "../regularizers/regularizer.js";
import type { Gradient } from "./derivatives.js";
import { evaluateLoss } from "./evaluate-loss.js";
import { Probe, type ProbeOptions } from "./probe.js";

/** What a layer makes of x, by the same layer with the same state each time. */
export interface Run {
  /** The result of `predict`. */
  readonly predicted: Matrix;
  /** The result of `forward`. */
  readonly y: Matrix;
  /** dL/dy */
  readonly outputGradient: Matrix;
  /** Those of the parameters, with that of the penalty. */
  readonly gradients: readonly Gradient[];
  /** That of x. */
  readonly dx: Gradient;
  /** The arguments that the layer has written to. */
  readonly written: readonly string[];
}

/** A layer to run as often as it takes, with its state put back before each run. */
export class Trial {
  private readonly probe: Probe;
  private readonly rewind: () => void;
  private readonly restoreParameters: () => void;

  constructor(
    readonly layer: Layer,
    readonly x: Matrix,
    private readonly loss: Loss,
    private readonly regularizer: Regularizer | undefined,
  ) {
    this.probe = new Probe(layer);
    this.rewind = saved(layer.state);
    this.restoreParameters = saved(layer.parameters.flatMap(({ value, gradient }) => [value, gradient]));
  }

  /** Runs the layer forward and back. The loss gives dL/dy unless it is given. */
  run(options?: ProbeOptions, given?: Matrix): Run {
    const { layer, x } = this;
    const probe = new Probe(layer, options);
    this.rewind();
    const y = probe.forward(x);
    // Copies, so that a loss may do with its scores and its gradient what it likes.
    const outputGradient = given ?? evaluateLoss(this.loss, y.copy()).gradient.copy();
    const dx = { name: "x", value: x, gradient: probe.backward(outputGradient, { inputGradient: true }) };
    this.regularizer?.apply(layer.parameters);
    const gradients = layer.parameters.map((parameter) => ({
      name: parameter.name,
      value: parameter.value,
      gradient: parameter.gradient.copy(),
    }));
    for (const { name, gradient } of [...gradients, dx]) {
      checkAllFinite("gradientCheck", `the gradient of ${name}`, gradient);
    }
    this.rewind();
    return { predicted: probe.predict(x), y, outputGradient, gradients, dx, written: [...probe.written] };
  }

  /** The loss with the penalty, as a function of the numbers that the parameters and x hold: one forward pass. */
  objective(): number {
    this.rewind();
    const { loss } = evaluateLoss(this.loss, this.probe.forward(this.x));
    const penalty = this.regularizer?.penalty(this.layer.parameters) ?? 0;
    checkFinite("gradientCheck: the penalty", penalty);
    return loss + penalty;
  }

  /** Leaves the layer as it was before the trial. */
  restore(): void {
    this.restoreParameters();
    this.rewind();
  }
}

/** Keeps state as it is now. The function returned brings it back, as often as it is called. */
function saved(state: Layer["state"]): () => void {
  const restores = state.map((item) => {
    const kept = isMatrix(item) ? item.copy() : item.getState();
    return () => (isMatrix(item) ? item.assignInPlace(kept as Matrix) : item.setState(kept as never));
  });
  return () => {
    for (const restore of restores) restore();
  };
}
