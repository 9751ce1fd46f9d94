import { BINARY } from "./binary.js";

/** What assembly.ts exports. Pointers and strides are in bytes. */
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
  readonly memory: WebAssembly.Memory;
}

/** The kernels and the memory they work on. */
export interface Engine {
  readonly functions: Functions;
  /** All of the memory, which never grows. */
  readonly memory: Float64Array;
}

let engine: Engine | null | undefined;

/** The WebAssembly kernels, compiled on first use; null where there is no WebAssembly or no SIMD, or a policy forbids it. */
export function wasmEngine(): Engine | null {
  if (engine === undefined) engine = compile();
  return engine;
}

function compile(): Engine | null {
  try {
    const bytes = Uint8Array.from(BINARY.match(/../g) as readonly string[], (digits) =>
      Number.parseInt(digits, 16),
    );
    const functions = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as Functions;
    return { functions, memory: new Float64Array(functions.memory.buffer) };
  } catch {
    return null;
  }
}
