import { madd } from "./madd";

/**
 * One, two or three columns: a pair and a single one, or the single one alone. Columns that are not there are
 * computed but not stored.
 */
@inline
export function tile3(
  o0: usize,
  o1: usize,
  o2: usize,
  o3: usize,
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  aCol: usize,
  b: usize,
  bRow: usize,
  inner: i32,
  accumulate: bool,
  bias: usize,
  cols: i32,
): void {
  const zero = f64x2.splat(0);
  let s0 = zero;
  let s1 = zero;
  let s2 = zero;
  let s3 = zero;
  const single: usize = cols == 1 ? 0 : 16;
  // The single column, two rows a vector.
  let t01 = zero;
  let t23 = zero;
  if (accumulate) {
    s0 = v128.load(o0);
    s1 = v128.load(o1);
    s2 = v128.load(o2);
    s3 = v128.load(o3);
    t01 = v128.load_lane<f64>(o1 + single, v128.load_lane<f64>(o0 + single, t01, 0), 1);
    t23 = v128.load_lane<f64>(o3 + single, v128.load_lane<f64>(o2 + single, t23, 0), 1);
  }
  if (inner > 0) {
    let k = inner;
    let at: usize = 0;
    do {
      let b0 = v128.load(b);
      let b1 = v128.load_splat<f64>(b + single);
      let x0 = v128.load_splat<f64>(a0 + at);
      let x1 = v128.load_splat<f64>(a1 + at);
      let x2 = v128.load_splat<f64>(a2 + at);
      let x3 = v128.load_splat<f64>(a3 + at);
      s0 = madd(s0, x0, b0);
      s1 = madd(s1, x1, b0);
      s2 = madd(s2, x2, b0);
      s3 = madd(s3, x3, b0);
      t01 = madd(t01, v128.shuffle<f64>(x0, x1, 0, 2), b1);
      t23 = madd(t23, v128.shuffle<f64>(x2, x3, 0, 2), b1);
      if (k == 1) break;
      at += aCol;
      b += bRow;
      b0 = v128.load(b);
      b1 = v128.load_splat<f64>(b + single);
      x0 = v128.load_splat<f64>(a0 + at);
      x1 = v128.load_splat<f64>(a1 + at);
      x2 = v128.load_splat<f64>(a2 + at);
      x3 = v128.load_splat<f64>(a3 + at);
      s0 = madd(s0, x0, b0);
      s1 = madd(s1, x1, b0);
      s2 = madd(s2, x2, b0);
      s3 = madd(s3, x3, b0);
      t01 = madd(t01, v128.shuffle<f64>(x0, x1, 0, 2), b1);
      t23 = madd(t23, v128.shuffle<f64>(x2, x3, 0, 2), b1);
      at += aCol;
      b += bRow;
      k -= 2;
    } while (k > 0);
  }
  if (bias != 0) {
    const c0 = v128.load(bias);
    s0 = f64x2.add(s0, c0);
    s1 = f64x2.add(s1, c0);
    s2 = f64x2.add(s2, c0);
    s3 = f64x2.add(s3, c0);
    const c1 = v128.load_splat<f64>(bias + single);
    t01 = f64x2.add(t01, c1);
    t23 = f64x2.add(t23, c1);
  }
  if (cols > 1) {
    v128.store(o0, s0);
    v128.store(o1, s1);
    v128.store(o2, s2);
    v128.store(o3, s3);
  }
  if (cols != 2) {
    v128.store_lane<f64>(o0 + single, t01, 0);
    v128.store_lane<f64>(o1 + single, t01, 1);
    v128.store_lane<f64>(o2 + single, t23, 0);
    v128.store_lane<f64>(o3 + single, t23, 1);
  }
}
