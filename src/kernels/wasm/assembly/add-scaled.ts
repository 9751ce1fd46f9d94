import { madd } from "./madd";

/** to += factor * from. Four at a time; what is left is done one by one. */
export function addScaled(to: usize, factor: f64, from: usize, count: i32): void {
  const f = f64x2.splat(factor);
  for (; count >= 4; count -= 4) {
    v128.store(to, madd(v128.load(to), f, v128.load(from)));
    v128.store(to, madd(v128.load(to, 16), f, v128.load(from, 16)), 16);
    to += 32;
    from += 32;
  }
  for (; count > 0; count--) {
    store<f64>(to, load<f64>(to) + factor * load<f64>(from));
    to += 8;
    from += 8;
  }
}
