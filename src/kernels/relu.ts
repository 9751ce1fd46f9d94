import { plainRelu, plainReluGradient } from "./plain/relu.js";
import { wasmEngine } from "./wasm/engine.js";
import { isResident } from "./wasm/scratch.js";

/** out = max(0, x); NaN stays NaN. */
export function relu(out: Float64Array, x: Float64Array): void {
  const engine = wasmEngine();
  if (engine && isResident(engine, out) && isResident(engine, x)) {
    engine.functions.relu(out.byteOffset, x.byteOffset, x.length);
  } else {
    plainRelu(out, x);
  }
}

/** out = gradient where x > 0, else 0. */
export function reluGradient(out: Float64Array, gradient: Float64Array, x: Float64Array): void {
  const engine = wasmEngine();
  if (engine && [out, gradient, x].every((array) => isResident(engine, array))) {
    engine.functions.reluGradient(out.byteOffset, gradient.byteOffset, x.byteOffset, x.length);
  } else {
    plainReluGradient(out, gradient, x);
  }
}
