import type { Stored } from "./operand.js";
import { plainWherePositive } from "./plain/where-positive.js";
import { inPieces } from "./wasm/in-pieces.js";

/** out = values where x > 0 or NaN, which is not lost that way, else 0; out may be one of them. */
export function wherePositive<Out extends Stored>(out: Out, values: Stored, x: Stored): Out {
  const done = inPieces([out.data, values.data, x.data], true, (engine, count, target, source, decisive) => {
    engine.wherePositive(target, source, decisive, count);
  });
  plainWherePositive(out.data, values.data, x.data, done);
  return out;
}
