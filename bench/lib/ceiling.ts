import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "./paths.js";

/*
 * How fast SIMD128 can go at best: a loop that multiplies and adds, rounding each, in registers alone. Each product is added to a sum,
 * and waits for nothing but the product of the turn before; six pairs hide how long that takes, and fit into sixteen registers. With
 * fewer pairs the loop waits, with more it spills.
 */
const PAIRS = 6;
/** A multiplication and an addition in each of two lanes. */
const FLOPS = PAIRS * 2 * 2;
/** About 10 ms: half as long as what it is compared with. */
const TURNS = 4_000_000;
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
  const run = instance.exports.run as (turns: number, factor: number) => number;
  const stopwatch = () => {
    const start = performance.now();
    // Every other product is what it was: no infinity, no subnormal number.
    run(TURNS, -1);
    return (TURNS * FLOPS) / (performance.now() - start) / 1e6;
  };
  // The compiler that optimises works beside the first calls.
  for (const start = performance.now(); performance.now() - start < WARM_UP; ) stopwatch();
  return stopwatch;
}

function source(): string {
  const pairs = Array.from({ length: PAIRS }, (_, i) => ({ product: `$p${i}`, sum: `$s${i}` }));
  const each = (text: (pair: { product: string; sum: string }) => string) =>
    pairs.map(text).join("\n        ");
  const total = pairs
    .map(({ sum }) => `(local.get ${sum})`)
    .reduce((left, right) => `(f64x2.add ${left} ${right})`);
  return `(module
    (func (export "run") (param $turns i32) (param $number f64) (result f64)
      (local $factor v128) ${each(({ product, sum }) => `(local ${product} v128) (local ${sum} v128)`)}
      (local.set $factor (f64x2.splat (local.get $number)))
      ${each(({ product }) => `(local.set ${product} (f64x2.splat (f64.const 1)))`)}
      (loop $again
        ${each(
          ({ product, sum }) => `(local.set ${product} (f64x2.mul (local.get ${product}) (local.get $factor)))
        (local.set ${sum} (f64x2.add (local.get ${sum}) (local.get ${product})))`,
        )}
        (br_if $again (local.tee $turns (i32.sub (local.get $turns) (i32.const 1)))))
      (f64x2.extract_lane 0 ${total})))`;
}
