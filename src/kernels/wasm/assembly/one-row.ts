import { madd } from "./madd";

/**
 * A single row, eight columns in two panels at a time, of which a tile of four rows would compute
 * everything four times. Returns how many columns it did: all but up to seven.
 */
export function oneRow(
  out: usize,
  a: usize,
  aCol: usize,
  b: usize,
  bRow: usize,
  bPanel: usize,
  inner: i32,
  cols: i32,
  accumulate: bool,
  bias: usize,
): i32 {
  let j: i32 = 0;
  for (; j + 8 <= cols; j += 8) {
    let b0 = b;
    let b1 = b + bPanel;
    b = b1 + bPanel;
    const zero = f64x2.splat(0);
    let s0 = zero;
    let s1 = zero;
    let s2 = zero;
    let s3 = zero;
    if (accumulate) {
      s0 = v128.load(out);
      s1 = v128.load(out, 16);
      s2 = v128.load(out, 32);
      s3 = v128.load(out, 48);
    }
    let at = a;
    for (let k = inner; k > 0; k--) {
      const x = v128.load_splat<f64>(at);
      s0 = madd(s0, x, v128.load(b0));
      s1 = madd(s1, x, v128.load(b0, 16));
      s2 = madd(s2, x, v128.load(b1));
      s3 = madd(s3, x, v128.load(b1, 16));
      at += aCol;
      b0 += bRow;
      b1 += bRow;
    }
    if (bias != 0) {
      s0 = f64x2.add(s0, v128.load(bias));
      s1 = f64x2.add(s1, v128.load(bias, 16));
      s2 = f64x2.add(s2, v128.load(bias, 32));
      s3 = f64x2.add(s3, v128.load(bias, 48));
      bias += 64;
    }
    v128.store(out, s0);
    v128.store(out, s1, 16);
    v128.store(out, s2, 32);
    v128.store(out, s3, 48);
    out += 64;
  }
  return j;
}
