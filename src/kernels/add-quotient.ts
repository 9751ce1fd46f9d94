import { plainAddQuotient } from "./plain/add-quotient.js";
import { inPieces } from "./wasm/in-pieces.js";

/** to[i] += factor * x[i] / (scale * √squares[i] + epsilon) */
export function addQuotient(
  to: Float64Array,
  factor: number,
  x: Float64Array,
  squares: Float64Array,
  scale: number,
  epsilon: number,
): void {
  const done = inPieces([to, x, squares], true, (engine, count, target, numerator, denominator) => {
    engine.addQuotient(target, factor, numerator, denominator, scale, epsilon, count);
  });
  plainAddQuotient(to, factor, x, squares, scale, epsilon, done);
}
