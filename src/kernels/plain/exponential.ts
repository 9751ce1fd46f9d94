/** Adding it and subtracting it again rounds a number to an integer, halves to even. */
const SHIFT = 6755399441055744;
/** ln 2 in two parts. The first ends in enough zeros for its multiples to be exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** e^-750 is 0 in float64. */
const LEAST = -750;

/** 1/13!, 1/12!, ..., 1/2!, the coefficients of e^r from r^13 down to r^2. */
const SERIES: Float64Array = Float64Array.from({ length: 12 }, (_, i) => 1 / factorial(13 - i));

const bits = new DataView(new ArrayBuffer(8));

/**
 * e^x for x <= 0, with an error of less than 1 unit in the last place. x is split into k ln 2 + r with |r| <=
 * ln 2 / 2. e^r is its Taylor series up to r^13 / 13!, whose remainder is below 1e-17. The factor 2^k is
 * applied in two steps, since 2^k alone may be too small for a float64. The WebAssembly kernels take the same
 * steps in the same order, so both give the same bits.
 */
export function exponential(x: number): number {
  const bounded = Math.max(x, LEAST);
  const k = bounded * Math.LOG2E + SHIFT - SHIFT;
  const high = bounded - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const lost = high - r - low;
  let p = 0;
  for (let i = 0; i < SERIES.length; i++) p = p * r + (SERIES[i] as number);
  const e = r * r * p + lost + r + 1;
  return e * power(k + 512) * 2 ** -512;
}

/** 2^k, if that is a normal float64. */
function power(k: number): number {
  bits.setUint32(0, (k + 1023) << 20);
  return bits.getFloat64(0);
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
