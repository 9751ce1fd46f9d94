import { plainAllFinite } from "./plain/all-finite.js";
import { inPieces } from "./wasm/in-pieces.js";

/** Whether no element is NaN or infinite. */
export function allFinite(x: Float64Array): boolean {
  let finite = true;
  const done = inPieces([x], false, (engine, count, pointer) => {
    finite &&= engine.allFinite(pointer, count) === 1;
  });
  return finite && plainAllFinite(x, done);
}
