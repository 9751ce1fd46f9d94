import { plainAllFinite } from "./plain/all-finite.js";
import { wasmEngine } from "./wasm/engine.js";
import { isResident } from "./wasm/scratch.js";

/** Whether no element is NaN or infinite. */
export function allFinite(x: Float64Array): boolean {
  const engine = wasmEngine();
  if (engine && isResident(engine, x)) return engine.functions.allFinite(x.byteOffset, x.length) === 1;
  return plainAllFinite(x);
}
