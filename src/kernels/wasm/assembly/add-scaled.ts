import { madd } from "./madd";

/** to = keep * to + factor * from, for `count` elements, a multiple of 4. */
export function addScaled(to: usize, factor: f64, from: usize, keep: f64, count: i32): void {
  const f = f64x2.splat(factor);
  const k = f64x2.splat(keep);
  for (; count > 0; count -= 4) {
    v128.store(to, madd(f64x2.mul(k, v128.load(to)), f, v128.load(from)));
    v128.store(to, madd(f64x2.mul(k, v128.load(to, 16)), f, v128.load(from, 16)), 16);
    to += 32;
    from += 32;
  }
}
