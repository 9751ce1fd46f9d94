import { Blocks } from "./wasm/blocks.js";
import { wasmEngine } from "./wasm/engine.js";
import { MARGIN, RESIDENT_START } from "./wasm/scratch.js";

/** The part of the kernels' memory that is handed out, and the registry that takes it back. */
interface Room {
  readonly memory: Float64Array;
  readonly blocks: Blocks;
  readonly registry: FinalizationRegistry<Place>;
}

/** Where an array lies, in elements. */
interface Place {
  readonly start: number;
  readonly length: number;
}

let room: Room | null | undefined;

/**
 * An array for numbers that are used again and again and never handed to a caller. It lies in the kernels'
 * memory while there is room, so that kernels need not copy it, and else on the heap. Its first contents are
 * arbitrary. Its memory is taken back when nobody holds the array any more; holding a view of it does not
 * count.
 */
export function allocate(length: number): Float64Array {
  if (room === undefined) room = makeRoom();
  const size = length + (length % 2); // even, so that every array starts at a multiple of 16 bytes
  const start = length > 0 ? room?.blocks.take(size) : undefined;
  if (!room || start === undefined) return new Float64Array(length);
  const array = room.memory.subarray(start, start + length);
  room.registry.register(array, { start, length: size });
  return array;
}

/** Null without WebAssembly or FinalizationRegistry, which some runtimes lack: no memory would come back. */
function makeRoom(): Room | null {
  const engine = wasmEngine();
  if (!engine || typeof FinalizationRegistry === "undefined") return null;
  const { memory } = engine;
  const blocks = new Blocks(RESIDENT_START, memory.length - MARGIN);
  const registry = new FinalizationRegistry<Place>(({ start, length }) => blocks.give(start, length));
  return { memory, blocks, registry };
}
