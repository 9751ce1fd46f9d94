import type { Matrix } from "../matrix/matrix.js";

/**
 * A matrix that training changes. Optimizers and regularizers see a list of these and nothing else.
 *
 * Both matrices are live: `backward` overwrites the gradient, an optimizer's step the value. `copy()` keeps what they hold now.
 */
export interface Parameter {
  /** What it is called in messages, such as `weights`. */
  readonly name: string;
  /** What the layer computes with. */
  readonly value: Matrix;
  /** $\partial L / \partial \text{value}$, of the same shape, as the last `backward` left it. */
  readonly gradient: Matrix;
  /** Regularizers act on weights and leave biases alone. */
  readonly role: "weight" | "bias";
}

/** The same parameter under the name it has in a model; its matrices are read through, should a layer replace them. */
export function named(parameter: Parameter, layer: number): Parameter {
  return {
    name: `${layer}.${parameter.name}`,
    role: parameter.role,
    get value() {
      return parameter.value;
    },
    get gradient() {
      return parameter.gradient;
    },
  };
}
