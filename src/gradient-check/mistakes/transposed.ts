import type { Formula, Mistake } from "../mistake.js";

/** A transpose forgotten, or made by reshaping: of the gradient, or of a factor of the product that it is. */
export const transposed: Mistake = ({ isInput, known, wrong }) => {
  const { value, expected, x, outputGradient: G, parameters = [] } = wrong;
  const { rows, cols, data } = expected;
  const kind = "transposed";
  const formulas: Formula[] = [];
  // Only all numbers show it: sampled ones lack their counterparts.
  if (known.length === data.length && rows > 1 && cols > 1) {
    const message = "has its numbers in the order of its transpose: transpose it (reshaping does not).";
    formulas.push({ kind, gradient: expected.transpose().reshape(rows, cols), message });
  }
  if (!isInput && x && x.rows === G?.rows) {
    const message = "is x dL/dy: use xᵀ dL/dy (reshaping x does not transpose it).";
    formulas.push({ kind, gradient: x.reshape(x.cols, x.rows).matmul(G), message });
  }
  for (const { name: W, value: weights } of isInput ? parameters : []) {
    if (weights.rows !== value.cols || weights.cols !== G?.cols) continue;
    const message = `is dL/dy ${W}: use dL/dy ${W}ᵀ (reshaping ${W} does not transpose it).`;
    formulas.push({ kind, gradient: G.matmul(weights.reshape(weights.cols, weights.rows)), message });
  }
  return formulas;
};
