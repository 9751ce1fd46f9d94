import { Container } from "../layers/container.js";
import type { Computed, Layer, Pass } from "../layers/layer.js";
import { nameOf } from "../layers/summary.js";
import { checkAllFinite } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Gradient } from "./derivatives.js";

/** A layer to try out. */
export interface Trial {
  readonly layer: Layer;
  readonly x: Matrix;
  /** dL/dy of y. */
  readonly outputGradient: (y: Matrix) => Matrix;
  /** Brings the layer's state back to what it was before the check. */
  readonly rewind: () => void;
}

/** The results of a forward and a backward pass. */
export interface TrialRun {
  readonly y: Matrix;
  /** dL/dy */
  readonly outputGradient: Matrix;
  /** Those of the parameters, then that of x. */
  readonly gradients: readonly Gradient[];
}

/** Runs a layer as a part of a pass of its own: a forward pass of the layer itself that waits for its `backward` stays as it is. */
export class Probe extends Container {
  override readonly name: string;
  override readonly inputs: number | undefined;

  constructor(protected readonly subject: Layer) {
    super([subject]);
    this.name = nameOf(subject);
    this.inputs = subject.inputs;
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    return pass.run(this.subject, x);
  }
}

/** Runs the layer of a trial forward and back. */
export function runTrial(
  { layer, x, outputGradient, rewind }: Trial,
  probe: Probe = new Probe(layer),
): TrialRun {
  rewind();
  const y = probe.forward(x);
  const given = outputGradient(y);
  const dx = probe.backward(given, { inputGradient: true });
  const gradients = [
    ...layer.parameters.map(({ name, value, gradient }) => ({ name, value, gradient: gradient.copy() })),
    { name: "x", value: x, gradient: dx },
  ];
  for (const { name, gradient } of gradients) {
    checkAllFinite("gradientCheck", `the gradient of ${name}`, gradient);
  }
  return { y, outputGradient: given, gradients };
}
