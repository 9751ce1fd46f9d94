// AssemblyScript, compiled to src/kernels/wasm/binary.ts by scripts/build-kernels.ts. Pointers and strides
// are in bytes.

export { addScaled } from "./add-scaled";
export { allFinite } from "./all-finite";
export { pack } from "./pack";
export { product } from "./product";
export { softmax } from "./softmax";
export { sumCols } from "./sum-cols";
export { wherePositive } from "./where-positive";
