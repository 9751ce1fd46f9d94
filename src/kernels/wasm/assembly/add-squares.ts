import { madd } from "./madd";

/** to = keep * to + factor * from², for `count` elements, a multiple of 2. */
export function addSquares(to: usize, factor: f64, from: usize, keep: f64, count: i32): void {
  const f = f64x2.splat(factor);
  const k = f64x2.splat(keep);
  for (; count > 0; count -= 2) {
    const x = v128.load(from);
    v128.store(to, madd(f64x2.mul(k, v128.load(to)), f, f64x2.mul(x, x)));
    to += 16;
    from += 16;
  }
}
