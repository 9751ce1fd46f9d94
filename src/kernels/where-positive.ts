import { plainWherePositive } from "./plain/where-positive.js";
import { inPieces } from "./wasm/in-pieces.js";

/** out = values where x > 0 or NaN, which is not lost that way, else 0; out may be one of them. */
export function wherePositive(out: Float64Array, values: Float64Array, x: Float64Array): void {
  const done = inPieces([out, values, x], true, (engine, count, target, source, decisive) => {
    engine.wherePositive(target, source, decisive, count);
  });
  plainWherePositive(out, values, x, done);
}
