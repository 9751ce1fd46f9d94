import { allocateResident } from "./wasm/resident.js";

/**
 * An array for numbers that are used again and again and never handed to a caller: kernels need not copy
 * them. Its first contents are arbitrary. Its memory is taken back when nobody holds the array any more;
 * holding a view of it does not count.
 */
export function allocate(length: number): Float64Array {
  return allocateResident(length);
}
