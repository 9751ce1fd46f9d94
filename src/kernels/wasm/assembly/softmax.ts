import { exponential } from "./exponential";

/**
 * Softmax of each row of x: probs gets e^(x - max) / sum, max the row's largest element, rest the sum without
 * one e^0. Sums run from left to right. Past the end of probs there is room for one element more.
 */
export function softmax(probs: usize, max: usize, rest: usize, x: usize, rows: i32, cols: i32): void {
  const width = <usize>cols << 3;
  const end = probs + <usize>rows * width;
  for (let p = probs; p < end; ) {
    let most = f64x2.splat(-Infinity);
    for (let j: usize = 0; j < width; j += 8) most = f64x2.pmax(most, v128.load_splat<f64>(x + j));
    v128.store_lane<f64>(max, most, 0);
    max += 8;
    for (let j: usize = 0; j < width; j += 8) {
      v128.store_lane<f64>(p, f64x2.sub(v128.load_splat<f64>(x), most), 0);
      x += 8;
      p += 8;
    }
  }
  for (let p = probs; p < end; p += 16) v128.store(p, exponential(v128.load(p)));
  for (let p = probs; p < end; ) {
    // Two sums: of all elements, and of those below 1.
    let sums = f64x2.splat(0);
    const stop = p + width;
    for (let q = p; q < stop; q += 8) {
      const e = v128.load_splat<f64>(q);
      sums = f64x2.add(sums, v128.and(e, f64x2.lt(e, f64x2(2, 1))));
    }
    const sum = f64x2.extract_lane(sums, 0);
    store<f64>(rest, sum < 2 ? f64x2.extract_lane(sums, 1) : sum - 1);
    rest += 8;
    const divisor = f64x2.splat(sum);
    for (; p + 8 < stop; p += 16) v128.store(p, f64x2.div(v128.load(p), divisor));
    if (p < stop) {
      store<f64>(p, load<f64>(p) / sum);
      p += 8;
    }
  }
}
