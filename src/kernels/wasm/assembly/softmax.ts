import { exponential } from "./exponential";

/**
 * Softmax of each row: maxAndSum gets a row's largest element and the sum of e^(x - max), from left to right; probs gets their share of it.
 * Behind probs there is room for one element more.
 */
export function softmax(
  probs: usize,
  maxAndSum: usize,
  x: usize,
  rows: i32,
  cols: i32,
): void {
  const width = <usize>cols << 3;
  const end = probs + <usize>rows * width;
  let max = maxAndSum;
  for (let p = probs; p < end; ) {
    let most = f64x2.splat(-Infinity);
    for (let j: usize = 0; j < width; j += 8) most = f64x2.pmax(most, v128.load_splat<f64>(x + j));
    v128.store_lane<f64>(max, most, 0);
    max += 16;
    for (let j: usize = 0; j < width; j += 8) {
      v128.store_lane<f64>(p, f64x2.sub(v128.load_splat<f64>(x), most), 0);
      x += 8;
      p += 8;
    }
  }
  for (let p = probs; p < end; p += 16) v128.store(p, exponential(v128.load(p)));
  for (let p = probs; p < end; ) {
    let total: f64 = 0;
    const stop = p + width;
    for (let q = p; q < stop; q += 8) total += load<f64>(q);
    store<f64>(maxAndSum, total, 8);
    maxAndSum += 16;
    const divisor = f64x2.splat(total);
    for (; p + 8 < stop; p += 16) v128.store(p, f64x2.div(v128.load(p), divisor));
    if (p < stop) {
      store<f64>(p, load<f64>(p) / total);
      p += 8;
    }
  }
}
