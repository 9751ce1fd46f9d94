/**
 * 1/13!, 1/12!, ..., 1/2!, the coefficients of e^r from r^13 down to r^2. Loading them is faster than
 * constants in the code.
 */
const SERIES = memory.data<f64>([
  1.0 / 6227020800,
  1.0 / 479001600,
  1.0 / 39916800,
  1.0 / 3628800,
  1.0 / 362880,
  1.0 / 40320,
  1.0 / 5040,
  1.0 / 720,
  1.0 / 120,
  1.0 / 24,
  1.0 / 6,
  1.0 / 2,
]);

/** e^x for x <= 0, two at a time, in the same steps as src/kernels/plain/exponential.ts. */
@inline
export function exponential(x: v128): v128 {
  const shift = f64x2.splat(6755399441055744);
  x = f64x2.pmax(x, f64x2.splat(-750));
  const shifted = f64x2.add(f64x2.mul(x, f64x2.splat(1.4426950408889634)), shift);
  const k = f64x2.sub(shifted, shift);
  const high = f64x2.sub(x, f64x2.mul(k, f64x2.splat(0.6931471803691238)));
  const low = f64x2.mul(k, f64x2.splat(1.9082149292705877e-10));
  const r = f64x2.sub(high, low);
  const lost = f64x2.sub(f64x2.sub(high, r), low);
  let p = v128.load_splat<f64>(SERIES);
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(SERIES, 8));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(SERIES, 16));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(SERIES, 24));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(SERIES, 32));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(SERIES, 40));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(SERIES, 48));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(SERIES, 56));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(SERIES, 64));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(SERIES, 72));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(SERIES, 80));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(SERIES, 88));
  const e = f64x2.add(f64x2.add(f64x2.add(f64x2.mul(f64x2.mul(r, r), p), lost), r), f64x2.splat(1));
  // The last bits of the shifted number are k; 2^k alone may be too small for a float64.
  const power = i64x2.shl(i64x2.add(shifted, i64x2.splat(1023 + 512)), 52);
  return f64x2.mul(f64x2.mul(e, power), f64x2.splat(7.458340731200207e-155));
}
