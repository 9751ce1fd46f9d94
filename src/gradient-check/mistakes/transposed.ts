import type { Evidence } from "../evidence.js";
import { exact, type Fit, type Mistake } from "../mistake.js";

/** The transpose of the gradient, or of a factor of the product that it is. */
export const transposed: Mistake = (evidence) => [
  ...wholeTransposed(evidence),
  ...inputTransposed(evidence),
  ...weightsTransposed(evidence),
];

/** The transpose in the memory of the right matrix: the same shape if it is square, otherwise only as many numbers. */
function wholeTransposed(evidence: Evidence): Fit[] {
  const { expected } = evidence.wrong;
  // Only all numbers show it: sampled ones lack their counterparts.
  if (evidence.known.length < expected.data.length || Math.min(...expected.shape) < 2) return [];
  return exact(
    evidence,
    "transposed",
    expected.transpose().reshape(expected.rows, expected.cols),
    expected.rows === expected.cols
      ? "is the transpose of the right one: exchange the two factors of the product, or transpose it."
      : "holds the numbers of its transpose, in a matrix of the right shape: transpose instead of reshaping.",
  );
}

/** dL/dW = reshape(X) G instead of Xᵀ G. */
function inputTransposed(evidence: Evidence): Fit[] {
  const { x, outputGradient: G } = evidence.wrong;
  if (!x || !G || evidence.isInput || x.rows !== G.rows) return [];
  const message = "is x G instead of xᵀ G, with G = dL/dy: transpose x, which reshaping does not do.";
  return exact(evidence, "transposed", x.reshape(x.cols, x.rows).matmul(G), message);
}

/** dL/dx = G reshape(W) instead of G Wᵀ. */
function weightsTransposed(evidence: Evidence): Fit[] {
  const { value, outputGradient: G, parameters = [] } = evidence.wrong;
  if (!evidence.isInput || !G) return [];
  return parameters.flatMap(({ name: W, value: weights }) => {
    const { rows, cols } = weights;
    if (rows !== value.cols || cols !== G.cols) return [];
    const hint = rows === cols ? "" : ", which reshaping does not do";
    const message = `is G ${W} instead of G ${W}ᵀ, with G = dL/dy: transpose ${W}${hint}.`;
    return exact(evidence, "transposed", G.matmul(weights.reshape(cols, rows)), message);
  });
}
