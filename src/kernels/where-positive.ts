import type { Stored } from "./operand.js";
import { plainWherePositive } from "./plain/where-positive.js";
import { inPieces } from "./wasm/in-pieces.js";

/**
 * out = (values if x > 0, else 0) + 0x. The last term is 0, but NaN if x is NaN or infinite, so that it is
 * not lost. `out` may be `values` or `x`.
 */
export function wherePositive<Out extends Stored>(out: Out, values: Stored, x: Stored): Out {
  const done = inPieces([out.data, values.data, x.data], true, (engine, count, target, source, decisive) => {
    engine.wherePositive(target, source, decisive, count);
  });
  plainWherePositive(out.data, values.data, x.data, done);
  return out;
}
