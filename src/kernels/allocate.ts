import { allocateResident } from "./wasm/resident.js";

/**
 * An array for numbers that are used again and again and never given away: kernels need not copy them. It holds anything at first. Its memory
 * is taken back when nobody holds the array any more; a view of it does not count.
 */
export function allocate(length: number): Float64Array {
  return allocateResident(length);
}
