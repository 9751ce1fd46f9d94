import { Matrix } from "../../matrix/matrix.js";
import type { Evidence } from "../evidence.js";
import { exact, type Fit, type Mistake } from "../mistake.js";

/** Parts of xᵀG, or of the sum of G = dL/dy over the rows, that stand for the whole. */
export const examples: Mistake = (evidence) => {
  const { x, outputGradient: G } = evidence.wrong;
  if (!G || evidence.isInput) return [];
  const factors = [Matrix.full(G.rows, 1, 1), ...(x?.rows === G.rows ? [x] : [])];
  return factors.flatMap((factor) => partsOf(evidence, factor, G));
};

function partsOf(evidence: Evidence, x: Matrix, G: Matrix): Fit[] {
  const { rows } = evidence.wrong.value;
  if (G.rows < 2 || rows !== x.cols) return [];
  const of = (start: number, end: number) =>
    x
      .slice([start, end])
      .transpose()
      .matmul(G.slice([start, end]));
  const last = G.rows - 1;
  const only = "example of the batch: sum over all rows.";
  const without = "example of the batch: does a loop over the rows start too late or end too early?";
  return [
    ...exact(evidence, "one-example", of(0, 1), `is that of the first ${only}`),
    ...exact(evidence, "one-example", of(last, last + 1), `is that of the last ${only}`),
    ...exact(evidence, "example-missing", of(1, last + 1), `lacks the first ${without}`),
    ...exact(evidence, "example-missing", of(0, last), `lacks the last ${without}`),
  ];
}

/** yᵀG instead of xᵀG. */
export const outputForInput: Mistake = (evidence) => {
  const { y, outputGradient: G } = evidence.wrong;
  const product = y && G && !evidence.isInput ? y.transpose().matmul(G) : undefined;
  const message = "is yᵀ dL/dy: it has y, the result, in the place of x. Keep x for the way back.";
  return exact(evidence, "taken-at-output", product, message);
};

/** The sum of each row of dL/dy instead of each column: of the right length if there are as many. */
export const wrongAxis: Mistake = (evidence) => {
  const G = evidence.wrong.outputGradient;
  const message = "sums each row of dL/dy instead of each column: sum over the examples, axis 0.";
  return exact(evidence, "wrong-axis", G?.sum(1).transpose(), message);
};
