import { Blocks } from "./blocks.js";
import { type Engine, wasmEngine } from "./engine.js";
import { RESIDENT_START } from "./scratch.js";

/** Where a resident array lies. */
interface Place {
  readonly start: number;
  readonly length: number;
}

let blocks: Blocks | undefined;
let registry: FinalizationRegistry<Set<Place>> | undefined;

/**
 * Arrays in the kernels' memory, for an owner that uses them again and again and never gives them away. What does not fit is on the heap,
 * as an ordinary array is. When the owner is gone, so are they.
 */
export class Residence {
  readonly #places: Set<Place> = new Set();
  readonly #placeOf: WeakMap<Float64Array, Place> = new WeakMap();

  constructor(owner: object) {
    registry ??= new FinalizationRegistry((places) => {
      for (const { start, length } of places) blocks?.give(start, length);
    });
    registry.register(owner, this.#places);
  }

  /** An array of `length` elements, which hold anything. */
  allocate(length: number): Float64Array {
    const engine = wasmEngine();
    const place = engine ? take(engine, length) : undefined;
    if (!engine || !place) return new Float64Array(length);
    const array = engine.memory.subarray(place.start, place.start + length);
    this.#places.add(place);
    this.#placeOf.set(array, place);
    return array;
  }

  /** Gives the place of an array back. */
  free(array: Float64Array): void {
    const place = this.#placeOf.get(array);
    if (!place || !this.#places.delete(place)) return;
    blocks?.give(place.start, place.length);
  }
}

function take(engine: Engine, length: number): Place | undefined {
  if (length === 0) return undefined;
  blocks ??= new Blocks(RESIDENT_START, engine.memory.length);
  // An even number of elements, so that every array starts at a multiple of 16 bytes.
  const rounded = length + (length % 2);
  const start = blocks.take(rounded);
  return start === undefined ? undefined : { start, length: rounded };
}
