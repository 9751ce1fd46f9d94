import { checkNonNegative } from "../errors/number.js";
import type { Mt19937 } from "./mt19937.js";

/** `size` indices below `count`, each as probable as its weight, by NumPy's legacy algorithm. */
export function weightedIndices(
  source: Mt19937,
  count: number,
  size: number,
  replace: boolean,
  p: ArrayLike<number>,
): number[] {
  const weights = checkProbabilities(p, count);
  if (replace) {
    const cdf = cumulative(weights);
    return Array.from({ length: size }, () => indexIn(cdf, source.double()));
  }
  const possible = weights.filter((weight) => weight > 0).length;
  if (size > possible) {
    throw new RangeError(
      `choice: size is ${size}, but only ${possible} with p above 0 (without replacement)`,
    );
  }
  const found = new Set<number>();
  while (found.size < size) {
    for (const index of found) weights[index] = 0;
    const cdf = cumulative(weights);
    const draws = Array.from({ length: size - found.size }, () => source.double());
    for (const draw of draws) found.add(indexIn(cdf, draw));
  }
  return [...found];
}

function checkProbabilities(p: ArrayLike<number>, count: number): Float64Array {
  if (p.length !== count) throw new RangeError(`choice: p has ${p.length} entries; expected ${count}`);
  for (let i = 0; i < count; i++) checkNonNegative(`choice: p[${i}]`, p[i]);
  const weights = Float64Array.from(p);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > 1.5e-8) throw new RangeError(`choice: p sums to ${sum}; expected 1`);
  return weights;
}

function cumulative(weights: Float64Array): Float64Array {
  let total = 0;
  const sums = weights.map((weight) => {
    total += weight;
    return total;
  });
  return sums.map((sum) => sum / total);
}

/** The first index whose cumulative probability is above the draw. */
function indexIn(cdf: Float64Array, draw: number): number {
  return cdf.findIndex((sum) => sum > draw);
}
