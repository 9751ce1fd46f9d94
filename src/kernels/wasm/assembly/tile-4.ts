import { madd } from "./madd";

/**
 * The inner loop of every large product: four rows, four columns of a panel, eight sums in registers. For the
 * first panel, each element of the rows is stored twice at `spread`, as a vector; the other panels load these
 * vectors.
 *
 * The loop over k is unrolled twice. The comparisons of k with -1 and -2, which it never is, make the loop a
 * quarter faster: an engine may move all the loads of a stretch without branches to its start, where there
 * are too few registers for them, and these branches end the stretch after two rows.
 */
@inline
export function tile4(
  o0: usize,
  o1: usize,
  o2: usize,
  o3: usize,
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  aCol: usize,
  spread: usize,
  first: bool,
  b: usize,
  bRow: usize,
  inner: i32,
  accumulate: bool,
  bias: usize,
): void {
  const zero = f64x2.splat(0);
  let s00 = zero;
  let s01 = zero;
  let s10 = zero;
  let s11 = zero;
  let s20 = zero;
  let s21 = zero;
  let s30 = zero;
  let s31 = zero;
  if (accumulate) {
    s00 = v128.load(o0);
    s01 = v128.load(o0, 16);
    s10 = v128.load(o1);
    s11 = v128.load(o1, 16);
    s20 = v128.load(o2);
    s21 = v128.load(o2, 16);
    s30 = v128.load(o3);
    s31 = v128.load(o3, 16);
  }
  let k = inner;
  if (first) {
    let at: usize = 0;
    for (; k > 0; k--) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      let x = v128.load_splat<f64>(a0 + at);
      v128.store(spread, x);
      s00 = madd(s00, x, b0);
      s01 = madd(s01, x, b1);
      x = v128.load_splat<f64>(a1 + at);
      v128.store(spread, x, 16);
      s10 = madd(s10, x, b0);
      s11 = madd(s11, x, b1);
      x = v128.load_splat<f64>(a2 + at);
      v128.store(spread, x, 32);
      s20 = madd(s20, x, b0);
      s21 = madd(s21, x, b1);
      x = v128.load_splat<f64>(a3 + at);
      v128.store(spread, x, 48);
      s30 = madd(s30, x, b0);
      s31 = madd(s31, x, b1);
      at += aCol;
      spread += 64;
      b += bRow;
    }
  } else if (k > 0) {
    do {
      let b0 = v128.load(b);
      let b1 = v128.load(b, 16);
      let x = v128.load(spread);
      s00 = madd(s00, x, b0);
      s01 = madd(s01, x, b1);
      x = v128.load(spread, 16);
      s10 = madd(s10, x, b0);
      s11 = madd(s11, x, b1);
      if (k == -1) break;
      x = v128.load(spread, 32);
      s20 = madd(s20, x, b0);
      s21 = madd(s21, x, b1);
      x = v128.load(spread, 48);
      s30 = madd(s30, x, b0);
      s31 = madd(s31, x, b1);
      if (k == 1) break;

      b += bRow;
      b0 = v128.load(b);
      b1 = v128.load(b, 16);
      x = v128.load(spread, 64);
      s00 = madd(s00, x, b0);
      s01 = madd(s01, x, b1);
      x = v128.load(spread, 80);
      s10 = madd(s10, x, b0);
      s11 = madd(s11, x, b1);
      if (k == -2) break;
      x = v128.load(spread, 96);
      s20 = madd(s20, x, b0);
      s21 = madd(s21, x, b1);
      x = v128.load(spread, 112);
      s30 = madd(s30, x, b0);
      s31 = madd(s31, x, b1);
      spread += 128;
      b += bRow;
      k -= 2;
    } while (k > 0);
  }
  if (bias != 0) {
    const c0 = v128.load(bias);
    const c1 = v128.load(bias, 16);
    s00 = f64x2.add(s00, c0);
    s01 = f64x2.add(s01, c1);
    s10 = f64x2.add(s10, c0);
    s11 = f64x2.add(s11, c1);
    s20 = f64x2.add(s20, c0);
    s21 = f64x2.add(s21, c1);
    s30 = f64x2.add(s30, c0);
    s31 = f64x2.add(s31, c1);
  }
  v128.store(o0, s00);
  v128.store(o0, s01, 16);
  v128.store(o1, s10);
  v128.store(o1, s11, 16);
  v128.store(o2, s20);
  v128.store(o2, s21, 16);
  v128.store(o3, s30);
  v128.store(o3, s31, 16);
}
