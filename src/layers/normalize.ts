import { Matrix } from "../matrix/matrix.js";
import type { Axis } from "../matrix/reduce.js";
import type { Parameter } from "../parameters/parameter.js";
import type { Computed, Pass } from "./layer.js";

/** What is measured of each line of x: of each column (axis 0) or of each row (axis 1). */
interface Moments {
  /** μ. */
  readonly mean: Matrix;
  /** σ², biased: the sum of squares divided by their number. */
  readonly variance: Matrix;
  /** x − μ, for all of x. */
  readonly centred: Matrix;
}

/** Measures each column (axis 0) or row (axis 1) of x. */
export function moments(x: Matrix, axis: Axis, pass: Pass): Moments {
  // Less their first number, nearly equal numbers keep all their digits, and equal ones become 0.
  const first = axis === 0 ? x.row(0) : x.col(0);
  const [rest, variance] = [Matrix.zeros(first.rows, first.cols), Matrix.zeros(first.rows, first.cols)];
  const centred = pass.matrix(x.rows, x.cols);
  each(x, axis, (value, i, line) => {
    centred.data[i] = value - (first.data[line] as number);
    add(rest.data, line, centred.data[i] as number);
  });
  const count = axis === 0 ? x.rows : x.cols;
  rest.divideInPlace(count);
  each(centred, axis, (value, i, line) => {
    const c = value - (rest.data[line] as number);
    centred.data[i] = c;
    add(variance.data, line, c * c);
  });
  return { mean: first.add(rest), variance: variance.divideInPlace(count), centred };
}

/** What a layer that normalizes has: ε, γ and β. */
interface Normalizing {
  readonly epsilon: number;
  readonly scale: Parameter;
  readonly shift: Parameter;
}

/**
 * y = γ x̂ + β with x̂ = (x − μ) / √(σ² + ε), and the way back if μ and σ² are those of x. With G = ∂L/∂y and
 * D = ∂L/∂x̂ = γ G: ∂L/∂γ = Σ Gᵢ x̂ᵢ, ∂L/∂β = Σ Gᵢ, ∂L/∂x = (D − mean(D) − x̂ mean(D x̂)) / √(σ² + ε).
 */
export function normalize(
  { epsilon, scale, shift }: Normalizing,
  { centred, variance }: Omit<Moments, "mean">,
  axis: Axis,
  pass: Pass,
): Computed {
  const { rows, cols } = centred;
  // The last term is NaN if the variance overflows: y would hide that.
  const { data: deviation } = variance.map((value) => Math.sqrt(value + epsilon) + 0 * value);
  const { data: gamma } = scale.value;
  const { data: beta } = shift.value;
  const normalized = pass.matrix(rows, cols);
  const y = pass.matrix(rows, cols);
  each(centred, axis, (value, i, line, col) => {
    const n = value / (deviation[line] as number);
    normalized.data[i] = n;
    y.data[i] = (gamma[col] as number) * n + (beta[col] as number);
  });
  return {
    y,
    back(G) {
      const dx = pass.matrix(rows, cols);
      const { data: dGamma } = scale.gradient;
      const { data: dBeta } = shift.gradient;
      const [sums, products] = [new Float64Array(deviation.length), new Float64Array(deviation.length)];
      each(G, axis, (g, i, line, col) => {
        const n = normalized.data[i] as number;
        const d = g * (gamma[col] as number);
        dx.data[i] = d;
        add(dGamma, col, g * n);
        add(dBeta, col, g);
        add(sums, line, d);
        add(products, line, d * n);
      });
      const count = axis === 0 ? rows : cols;
      each(dx, axis, (d, i, line) => {
        const means = (sums[line] as number) + (normalized.data[i] as number) * (products[line] as number);
        dx.data[i] = (d - means / count) / (deviation[line] as number);
      });
      return dx;
    },
  };
}

/**
 * Calls f for each element, row after row: with its value, its place in `data`, the number of its line (its
 * column or its row), and its column.
 */
function each(
  { rows, cols, data }: Matrix,
  axis: Axis,
  f: (value: number, i: number, line: number, col: number) => void,
): void {
  for (let row = 0, i = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++, i++) f(data[i] as number, i, axis === 0 ? col : row, col);
  }
}

function add(to: Float64Array, i: number, value: number): void {
  to[i] = (to[i] as number) + value;
}
