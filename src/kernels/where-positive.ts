import { plainWherePositive } from "./plain/where-positive.js";
import { wasmEngine } from "./wasm/engine.js";
import { isResident } from "./wasm/scratch.js";

/** out = values where x > 0, else 0; out may be one of them. */
export function wherePositive(out: Float64Array, values: Float64Array, x: Float64Array): void {
  const engine = wasmEngine();
  if (engine && [out, values, x].every((array) => isResident(engine, array))) {
    engine.functions.wherePositive(out.byteOffset, values.byteOffset, x.byteOffset, x.length);
  } else {
    plainWherePositive(out, values, x);
  }
}
