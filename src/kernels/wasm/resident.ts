import { Blocks } from "./blocks.js";
import { wasmEngine } from "./engine.js";
import { MARGIN, RESIDENT_START } from "./scratch.js";

/** Where a resident array lies, in elements. */
interface Place {
  readonly start: number;
  readonly length: number;
}

/** The part of the kernels' memory that is given out, and the registry that takes it back. */
interface Room {
  readonly memory: Float64Array;
  readonly blocks: Blocks;
  readonly registry: FinalizationRegistry<Place>;
}

let room: Room | null | undefined;

/**
 * An array of `length` elements with arbitrary contents: in the kernels' memory while there is room, else on
 * the heap. Its place is taken back when nobody holds the array any more, or by {@link freeResident}.
 */
export function allocateResident(length: number): Float64Array {
  if (room === undefined) room = makeRoom();
  const size = rounded(length);
  const start = length > 0 ? room?.blocks.take(size) : undefined;
  if (!room || start === undefined) return new Float64Array(length);
  const array = room.memory.subarray(start, start + length);
  room.registry.register(array, { start, length: size }, array);
  return array;
}

/** Takes the place of an array back at once. Does nothing if it has none, or none any more. */
export function freeResident(array: Float64Array): void {
  if (!room?.registry.unregister(array)) return;
  room.blocks.give(array.byteOffset / 8, rounded(array.length));
}

/**
 * Null without WebAssembly; and without FinalizationRegistry, which some runtimes lack: no place would ever
 * come back.
 */
function makeRoom(): Room | null {
  const engine = wasmEngine();
  if (!engine || typeof FinalizationRegistry === "undefined") return null;
  const { memory } = engine;
  const blocks = new Blocks(RESIDENT_START, memory.length - MARGIN);
  const registry = new FinalizationRegistry<Place>(({ start, length }) => blocks.give(start, length));
  return { memory, blocks, registry };
}

/** An even number of elements, so that every array starts at a multiple of 16 bytes. */
function rounded(length: number): number {
  return length + (length % 2);
}
