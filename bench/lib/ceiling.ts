import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "./paths.js";

/*
 * How fast SIMD128 can go at best: a loop that multiplies and adds, rounding each, in registers alone. Each turn takes every sum times 1/2
 * and adds 1/2, which brings it to 1: no infinity, no subnormal number. A sum waits for itself, for as long as a multiplication and an addition
 * take; there are so many that the others fill that time, and that they and the constant just fit into the fifteen registers that V8 has to
 * give. Fewer sums are slower: what is said to be a ceiling must not be one of latency.
 */
const SUMS = 14;
/** A multiplication and an addition in each of two lanes. */
const FLOPS = SUMS * 2 * 2;
/** About 10 ms: half as long as what it is compared with. */
const TURNS = 5_000_000;
const WARM_UP = 100;
const FILE = join(CACHE, "ceiling.wasm");

/** Writes the loop as a module. */
export async function buildCeiling(): Promise<void> {
  // Imported here, so that the children, which only load the module, do not carry it.
  const { default: wabt } = await import("wabt");
  const { parseWat } = await wabt();
  const { buffer } = parseWat("ceiling.wat", source(), { simd: true }).toBinary({});
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(FILE, buffer);
}

/** A stopwatch for the loop: gives GFLOP/s, each time it is called. */
export function loadCeiling(): () => number {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(FILE)));
  const run = instance.exports.run as (turns: number, number: number) => number;
  const stopwatch = () => {
    const start = performance.now();
    run(TURNS, 0.5);
    return (TURNS * FLOPS) / (performance.now() - start) / 1e6;
  };
  // The compiler that optimises works beside the first calls.
  for (const start = performance.now(); performance.now() - start < WARM_UP; ) stopwatch();
  return stopwatch;
}

function source(): string {
  const sums = Array.from({ length: SUMS }, (_, i) => `$s${i}`);
  const each = (text: (sum: string) => string) => sums.map(text).join("\n        ");
  const total = sums
    .map((sum) => `(local.get ${sum})`)
    .reduce((left, right) => `(f64x2.add ${left} ${right})`);
  return `(module
    (func (export "run") (param $turns i32) (param $number f64) (result f64)
      (local $half v128) ${each((sum) => `(local ${sum} v128)`)}
      (local.set $half (f64x2.splat (local.get $number)))
      (loop $again
        ${each((sum) => `(local.set ${sum} (f64x2.add (f64x2.mul (local.get ${sum}) (local.get $half)) (local.get $half)))`)}
        (br_if $again (local.tee $turns (i32.sub (local.get $turns) (i32.const 1)))))
      (f64x2.extract_lane 0 ${total})))`;
}
