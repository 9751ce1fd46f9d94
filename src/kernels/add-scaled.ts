import { plainAddScaled } from "./plain/add-scaled.js";
import { inPieces } from "./wasm/in-pieces.js";

/** to[i] = keep * to[i] + factor * from[i] */
export function addScaled(to: Float64Array, factor: number, from: Float64Array, keep = 1): void {
  const done = inPieces([to, from], true, (engine, count, target, source) => {
    engine.addScaled(target, factor, source, keep, count);
  });
  plainAddScaled(to, factor, from, keep, done);
}
