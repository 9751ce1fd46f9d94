import { BINARY } from "./binary.js";

/** What assembly/ exports. Pointers and strides are in bytes. */
interface Functions {
  product(
    out: number,
    outRow: number,
    a: number,
    aRow: number,
    aCol: number,
    b: number,
    bRow: number,
    bPanel: number,
    spread: number,
    rows: number,
    inner: number,
    cols: number,
    accumulate: boolean,
    bias: number,
  ): void;
  pack(to: number, from: number, fromRow: number, fromCol: number, rows: number, cols: number): void;
  wherePositive(out: number, values: number, x: number, count: number): void;
  addScaled(to: number, factor: number, from: number, keep: number, count: number): void;
  addSquares(to: number, factor: number, from: number, keep: number, count: number): void;
  addQuotient(
    to: number,
    factor: number,
    x: number,
    squares: number,
    scale: number,
    epsilon: number,
    count: number,
  ): void;
  sumCols(out: number, x: number, rows: number, cols: number): void;
  softmax(probs: number, max: number, rest: number, x: number, rows: number, cols: number): void;
  allFinite(x: number, count: number): number;
}

/** The kernels and the memory they work on. */
export interface Engine extends Functions {
  /** All of the memory, which never grows. */
  readonly memory: Float64Array;
  /** The buffer that `memory` and all resident arrays are views of. */
  readonly buffer: ArrayBufferLike;
}

let engine: Engine | null | undefined;

/**
 * The WebAssembly kernels, compiled on first use; null if there is no WebAssembly or no SIMD, or if a policy
 * forbids it.
 */
export function wasmEngine(): Engine | null {
  if (engine === undefined) engine = compile();
  return engine;
}

function compile(): Engine | null {
  try {
    const { memory, ...functions } = new WebAssembly.Instance(new WebAssembly.Module(bytes(BINARY)))
      .exports as unknown as Functions & { readonly memory: WebAssembly.Memory };
    const { buffer } = memory;
    return { ...functions, memory: new Float64Array(buffer), buffer };
  } catch {
    return null;
  }
}

/** Hexadecimal digits need nothing to decode them; base64 needs `atob`, which not every runtime has. */
function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}
