import { Matrix } from "../../matrix/matrix.js";
import type { Axis } from "../../matrix/reduce.js";
import { at, type Evidence } from "../evidence.js";
import { exact, type Mistake } from "../mistake.js";
import { linesOf, unexplained } from "./lines.js";

/** y = γ x̂ + β with x̂ = (x − μ) / σ, and μ and σ of each column (axis 0) or each row (axis 1). */
interface Normalization {
  readonly axis: Axis;
  readonly normalized: Matrix;
  readonly scale: Matrix;
  /** σ */
  readonly deviation: Matrix;
}

/** Means of the other axis, or of y instead of x̂, on the way back through a normalization. */
export const normalizationMistaken: Mistake = (evidence) => {
  const y = evidence.alike(evidence.wrong.y);
  const G = evidence.alike(evidence.wrong.outputGradient);
  const found = evidence.isInput && y && G && normalizationOf(evidence, y);
  if (!found) return [];
  const { axis, normalized, scale, deviation } = found;
  const D = G.multiply(scale);
  const gradient = (n: Matrix, axis: Axis) =>
    D.subtract(D.mean(axis))
      .subtract(n.multiply(D.multiply(n).mean(axis)))
      .divide(deviation);
  const [wrongLine, line] = axis === 0 ? ["row", "column"] : ["column", "row"];
  const message = `has the means of each ${wrongLine} instead of each ${line}: take them along the same axis as forward.`;
  const output = "has y in the place of x̂: keep x̂, before scale and shift, for the way back.";
  return [
    ...exact(evidence, "wrong-axis", gradient(normalized, axis === 0 ? 1 : 0), message),
    ...exact(evidence, "taken-at-output", gradient(y, axis), output),
  ];
};

/** How a layer normalizes, if its y shows that it does. */
function normalizationOf(evidence: Evidence, y: Matrix): Normalization | undefined {
  const { value: x, parameters = [] } = evidence.wrong;
  const rows = parameters.map(({ value }) => value).filter((v) => v.rows === 1 && v.cols === y.cols);
  const scales = [Matrix.full(1, y.cols, 1), ...rows.filter(({ data }) => !data.includes(0))];
  const shifts = [Matrix.zeros(1, y.cols), ...rows];
  for (const scale of scales) {
    for (const shift of shifts) {
      const normalized = y.subtract(shift).divide(scale);
      for (const axis of [0, 1] as const) {
        const lines = linesOf(evidence, axis === 0 ? "column" : "row");
        const rest = unexplained(lines, (i) => at(normalized, i), [() => 1, (i) => at(x, i)]);
        const spread = normalized.std(axis);
        const isCentred = normalized.mean(axis).abs().max() < 1e-9;
        if (!(rest < 1e-9 && isCentred && spread.max() <= 1)) continue;
        return { axis, normalized, scale, deviation: x.std(axis).divide(spread) };
      }
    }
  }
  return undefined;
}
