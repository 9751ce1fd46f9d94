import { BINARY } from "./binary.js";

/** The kernels' functions, as compiled from assembly.ts. Pointers and strides are in bytes. */
export interface Functions {
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
  sumCols(out: number, x: number, rows: number, cols: number): void;
  softmax(
    probs: number,
    max: number,
    sum: number,
    x: number,
    rows: number,
    cols: number,
    series: number,
  ): void;
  allFinite(x: number, count: number): number;
}

/** The kernels and the memory they work on. */
export interface Engine {
  readonly functions: Functions;
  /** All of the memory. It never grows: that would detach every view of it. */
  readonly memory: Float64Array;
}

/** 64 MiB, of which an operating system hands out only what is touched. */
const PAGES = 1024;

let engine: Engine | null | undefined;

/** The WebAssembly kernels, compiled on first use; null where there is no WebAssembly or no SIMD, or a policy forbids it. */
export function wasmEngine(): Engine | null {
  if (engine === undefined) engine = compile();
  return engine;
}

function compile(): Engine | null {
  try {
    const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES });
    const bytes = Uint8Array.from({ length: BINARY.length / 2 }, (_, i) =>
      Number.parseInt(BINARY.slice(2 * i, 2 * i + 2), 16),
    );
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
    return {
      functions: instance.exports as unknown as Functions,
      memory: new Float64Array(memory.buffer),
    };
  } catch {
    return null;
  }
}
