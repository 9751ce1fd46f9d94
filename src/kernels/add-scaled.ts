import { plainAddScaled } from "./plain/add-scaled.js";
import { inPieces } from "./wasm/in-pieces.js";

/** to[i] += factor * from[i] */
export function addScaled(to: Float64Array, factor: number, from: Float64Array): void {
  const done = inPieces([to, from], true, (engine, count, target, source) => {
    engine.addScaled(target, factor, source, count);
  });
  plainAddScaled(to, factor, from, done);
}
