import { checkBoolean } from "../errors/kind.js";
import { checkInteger, checkNonNegative } from "../errors/number.js";
import { typedArrayName } from "../errors/typed-array.js";
import { wrongNumber } from "../errors/wrong.js";
import { checkItems, listOf } from "./items.js";
import type { Mt19937 } from "./mt19937.js";
import { randomOrder } from "./shuffle.js";

/** How `choice` draws. */
export interface ChoiceOptions {
  /** Whether an item may come more than once; `true` if not given. */
  readonly replace?: boolean | undefined;
  /** The probability of each item; all equal if not given. */
  readonly p?: ArrayLike<number> | undefined;
}

const UNREPLACED = "choice: size without replacement";

/** `size` indices below `count`. */
export function chooseIndices(
  source: Mt19937,
  count: number,
  size: number,
  { replace = true, p }: ChoiceOptions,
): number[] {
  checkBoolean("choice: replace", replace);
  if (p !== undefined) return weightedIndices(source, count, size, replace, p);
  if (replace) return listOf(size, () => source.upTo(count - 1));
  checkInteger(UNREPLACED, size, 0, count);
  return randomOrder(source, "choice: the number of items", count).slice(0, size);
}

/** The same, each index as probable as its weight; by NumPy's legacy algorithm. */
function weightedIndices(
  source: Mt19937,
  count: number,
  size: number,
  replace: boolean,
  p: ArrayLike<number>,
): number[] {
  const weights = checkProbabilities(p, count);
  if (replace) {
    const cdf = cumulative(weights);
    return listOf(size, () => indexIn(cdf, source.double()));
  }
  const possible = weights.filter((weight) => weight > 0).length;
  checkInteger(UNREPLACED, size, 0, possible);
  const found = new Set<number>();
  while (found.size < size) {
    for (const index of found) weights[index] = 0;
    const cdf = cumulative(weights);
    const draws = listOf(size - found.size, () => source.double());
    for (const draw of draws) found.add(indexIn(cdf, draw));
  }
  return [...found];
}

function checkProbabilities(p: ArrayLike<number>, count: number): Float64Array {
  checkItems("choice: p", p, "an array of probabilities");
  if (p.length !== count) wrongNumber("choice: the length of p", p.length, String(count));
  for (let i = 0; i < count; i++) checkNonNegative(`choice: p[${i}]`, p[i]);
  const weights = Float64Array.from(p);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > tolerance(p)) wrongNumber("choice: the sum of p", sum, "1");
  return weights;
}

/** How far from 1 the sum may be, as in NumPy: √ε of the numbers' own precision. */
function tolerance(p: ArrayLike<number>): number {
  return Math.sqrt(typedArrayName(p) === "Float32Array" ? 2 ** -23 : Number.EPSILON);
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
  let [low, high] = [0, cdf.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cdf[middle] as number) > draw) high = middle;
    else low = middle + 1;
  }
  return low;
}
