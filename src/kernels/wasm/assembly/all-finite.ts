
/**
 * Whether no element is NaN or infinite, of `count`, a multiple of 8. 0 times a finite number is 0; 0 times
 * any other is NaN, and so is a sum with it.
 */
export function allFinite(x: usize, count: i32): bool {
  const zero = f64x2.splat(0);
  let sum = zero;
  for (; count > 0; count -= 8) {
    const s0 = f64x2.add(zeroed(v128.load(x), zero), zeroed(v128.load(x, 16), zero));
    const s1 = f64x2.add(zeroed(v128.load(x, 32), zero), zeroed(v128.load(x, 48), zero));
    sum = f64x2.add(sum, f64x2.add(s0, s1));
    x += 64;
  }
  return i64x2.all_true(f64x2.eq(sum, zero));
}

@inline
function zeroed(x: v128, zero: v128): v128 {
  return f64x2.mul(x, zero);
}
