import { plainAddSquares } from "./plain/add-squares.js";
import { inPieces } from "./wasm/in-pieces.js";

/** to[i] = keep * to[i] + factor * from[i]² */
export function addSquares(to: Float64Array, factor: number, from: Float64Array, keep = 1): void {
  const done = inPieces([to, from], true, (engine, count, target, source) => {
    engine.addSquares(target, factor, source, keep, count);
  });
  plainAddSquares(to, factor, from, keep, done);
}
