// AssemblyScript, compiled to src/kernels/wasm/binary.ts by scripts/build-kernels.ts. Pointers and strides
// are in bytes.

export { addQuotient } from "./add-quotient";
export { addScaled } from "./add-scaled";
export { addSquares } from "./add-squares";
export { allFinite } from "./all-finite";
export { pack } from "./pack";
export { product } from "./product";
export { softmax } from "./softmax";
export { sumCols } from "./sum-cols";
export { wherePositive } from "./where-positive";
