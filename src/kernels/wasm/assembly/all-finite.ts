
/** Whether none of `count` elements, a multiple of 8, is NaN or infinite: 0 times it is 0 then, and NaN otherwise, which no sum loses. */
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
