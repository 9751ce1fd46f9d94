/** out = values if x > 0 or NaN, else 0, for `count` elements, a multiple of 4. */
export function wherePositive(out: usize, values: usize, x: usize, count: i32): void {
  const zero = f64x2.splat(0);
  for (; count > 0; count -= 4) {
    v128.store(out, v128.andnot(v128.load(values), f64x2.le(v128.load(x), zero)));
    v128.store(out, v128.andnot(v128.load(values, 16), f64x2.le(v128.load(x, 16), zero)), 16);
    out += 32;
    values += 32;
    x += 32;
  }
}
