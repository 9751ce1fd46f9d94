/** to += factor * x / (scale * √squares + epsilon), for `count` elements, a multiple of 2. */
export function addQuotient(
  to: usize,
  factor: f64,
  x: usize,
  squares: usize,
  scale: f64,
  epsilon: f64,
  count: i32,
): void {
  const f = f64x2.splat(factor);
  const s = f64x2.splat(scale);
  const e = f64x2.splat(epsilon);
  for (; count > 0; count -= 2) {
    const denominator = f64x2.add(f64x2.mul(s, f64x2.sqrt(v128.load(squares))), e);
    v128.store(to, f64x2.add(v128.load(to), f64x2.div(f64x2.mul(f, v128.load(x)), denominator)));
    to += 16;
    x += 16;
    squares += 16;
  }
}
