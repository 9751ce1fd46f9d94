/** out = (values if x > 0, else 0) + 0x, for `count` elements, a multiple of 4. */
export function wherePositive(out: usize, values: usize, x: usize, count: i32): void {
  const zero = f64x2.splat(0);
  for (; count > 0; count -= 4) {
    v128.store(out, chosen(v128.load(values), v128.load(x), zero));
    v128.store(out, chosen(v128.load(values, 16), v128.load(x, 16), zero), 16);
    out += 32;
    values += 32;
    x += 32;
  }
}

@inline
function chosen(values: v128, x: v128, zero: v128): v128 {
  return f64x2.add(v128.and(values, f64x2.gt(x, zero)), f64x2.mul(zero, x));
}
