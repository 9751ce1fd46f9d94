import { type Axis, type Matrix, parameter, RandomState } from "spiralnet";
import { Written } from "./seeded.js";

/** What the way back of a normalization has at hand. */
export interface Known {
  readonly G: Matrix;
  readonly y: Matrix;
  /** x̂ */
  readonly n: Matrix;
  /** √(σ² + ε) */
  readonly deviation: Matrix;
  readonly gamma: Matrix;
  readonly dGamma: Matrix;
  readonly dBeta: Matrix;
}

/** y = γ x̂ + β for 4 columns, normalized by column (axis 0) or row, with a way back that may have a mistake. */
export function normalization(name: string, axis: Axis, back: (known: Known) => Matrix): Written {
  const random = new RandomState(8);
  const gamma = parameter("scale", random.randn(1, 4).add(1), "bias");
  const beta = parameter("shift", random.randn(1, 4), "bias");
  const formulas = (x: Matrix) => {
    const deviation = x.variance(axis).add(1e-5).sqrt();
    const n = x.subtract(x.mean(axis)).divide(deviation);
    const y = n.multiply(gamma.value).add(beta.value);
    const known = { y, n, deviation, gamma: gamma.value, dGamma: gamma.gradient, dBeta: beta.gradient };
    return { y, back: (G: Matrix) => back({ ...known, G }) };
  };
  return new Written(name, formulas, [gamma, beta]);
}

/** dL/dx, with the means along an axis. */
export function toInput({ G, n, deviation, gamma }: Known, axis: Axis): Matrix {
  const D = G.multiply(gamma);
  return D.subtract(D.mean(axis))
    .subtract(n.multiply(D.multiply(n).mean(axis)))
    .divide(deviation);
}
