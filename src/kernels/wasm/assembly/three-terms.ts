import { madd } from "./madd";

/** Rows at a time: spread, they stay in a first-level cache. */
const AT_A_TIME = 256;

/**
 * A product whose sums have three terms, the last of them 1 · bias if there is a bias, and whose columns fill
 * their panels. It goes panel by panel, so that a panel of b stays in registers. See `product` for the
 * parameters.
 */
export function threeTerms(
  out: usize,
  outRow: usize,
  a: usize,
  aRow: usize,
  aCol: usize,
  b: usize,
  bRow: usize,
  bPanel: usize,
  spread: usize,
  rows: i32,
  cols: i32,
  bias: usize,
): void {
  const zero = f64x2.splat(0);
  for (; rows > 0; rows -= AT_A_TIME) {
    let end = spread;
    for (let i = min(rows, AT_A_TIME); i > 0; i--) {
      v128.store(end, v128.load_splat<f64>(a));
      v128.store(end, v128.load_splat<f64>(a + aCol), 16);
      v128.store(end, bias != 0 ? f64x2.splat(1) : v128.load_splat<f64>(a + 2 * aCol), 32);
      a += aRow;
      end += 48;
    }
    let panel = b;
    for (let j: usize = 0; j < <usize>cols << 3; j += 32) {
      let p = panel + bRow;
      const b00 = v128.load(panel);
      const b01 = v128.load(panel, 16);
      const b10 = v128.load(p);
      const b11 = v128.load(p, 16);
      p = bias != 0 ? bias + j : p + bRow;
      const b20 = v128.load(p);
      const b21 = v128.load(p, 16);
      let o = out + j;
      p = spread;
      do {
        let x = v128.load(p);
        let s0 = madd(zero, x, b00);
        let s1 = madd(zero, x, b01);
        x = v128.load(p, 16);
        s0 = madd(s0, x, b10);
        s1 = madd(s1, x, b11);
        x = v128.load(p, 32);
        v128.store(o, madd(s0, x, b20));
        v128.store(o, madd(s1, x, b21), 16);
        o += outRow;
        p += 48;
      } while (p < end);
      panel += bPanel;
    }
    out += <usize>AT_A_TIME * outRow;
  }
}
