import { Blocks } from "./blocks.js";
import { wasmEngine } from "./engine.js";
import { MARGIN, RESIDENT_START } from "./scratch.js";

/** Where a resident array lies, in elements. */
interface Place {
  readonly start: number;
  readonly length: number;
}

let blocks: Blocks | undefined;
const registry = /* @__PURE__ */ new FinalizationRegistry(giveBack);

/**
 * An array of `length` elements, which hold anything: in the kernels' memory while there is room, else on the heap. It is for what is used
 * again and again and never given away. Its place is taken back when nobody holds the array any more, or by {@link freeResident}.
 */
export function allocateResident(length: number): Float64Array {
  const engine = wasmEngine();
  if (!engine || length === 0) return new Float64Array(length);
  blocks ??= new Blocks(RESIDENT_START, engine.memory.length - MARGIN);
  const start = blocks.take(rounded(length));
  if (start === undefined) return new Float64Array(length);
  const array = engine.memory.subarray(start, start + length);
  registry.register(array, { start, length: rounded(length) }, array);
  return array;
}

/** Takes the place of an array back at once. Nothing happens if it has none, or not any more. */
export function freeResident(array: Float64Array): void {
  if (!registry.unregister(array)) return;
  giveBack({ start: array.byteOffset / 8, length: rounded(array.length) });
}

function giveBack({ start, length }: Place): void {
  blocks?.give(start, length);
}

/** An even number of elements, so that every array starts at a multiple of 16 bytes. */
function rounded(length: number): number {
  return length + (length % 2);
}
