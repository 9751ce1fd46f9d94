/*
 * The normal distribution with mean 0 and variance 1, to about 1e-15 of each value, however far from 0.
 *
 * The approximations are those of W. J. Cody, "Rational Chebyshev approximations for the error function",
 * Mathematics of Computation 23 (1969), as his ANORM has them: "Algorithm 715: SPECFUN", ACM Transactions on
 * Mathematical Software 19 (1993). Coefficients stand from the highest power down.
 */

type Polynomial = readonly number[];
type Ratio = readonly [numerator: Polynomial, denominator: Polynomial];

/** (Φ(x) − 1/2) / x, as a function of x², if |x| ≤ 0.66. */
const CENTRE: Ratio = [
  [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
  [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
];

/** Φ(−t) / e^(−t²/2), as a function of t, if t ≤ √32. */
const SIDE: Ratio = [
  [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
    2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
    34900.95272114598, 38912.00328609327, 19685.429676859992,
  ],
];

/** (φ(0) − t Φ(−t) / e^(−t²/2)) t², as a function of 1/t², if t is larger. */
const TAIL: Ratio = [
  [
    0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
    2.9112874951168793e-5,
  ],
  [
    1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
    7.297515550839662e-5,
  ],
];

/** φ(0) = 1 / √(2π) */
const DENSITY_AT_0 = 0.3989422804014327;

/** φ(x) = e^(−x²/2) / √(2π) */
export function normalDensity(x: number): number {
  return DENSITY_AT_0 * bell(x);
}

/** Φ(x) = ½ (1 + erf(x / √2)), the integral of the density from −∞ to x. */
export function normalCumulative(x: number): number {
  if (Math.abs(x) <= 0.66) return 0.5 + x * ratio(CENTRE, x * x);
  if (x > 0) return 1 - normalCumulative(-x);
  if (x >= -Math.sqrt(32)) return bell(x) * ratio(SIDE, -x);
  const square = 1 / (x * x);
  return (bell(x) * (DENSITY_AT_0 - square * ratio(TAIL, square))) / -x;
}

/**
 * e^(−x²/2). The rounding of a large x² would cost digits, so a part whose square is exact goes by itself.
 */
function bell(x: number): number {
  if (Math.abs(x) > 39) return 0; // it is, to the smallest float64
  const part = Math.trunc(x * 16) / 16;
  return Math.exp((-part * part) / 2) * Math.exp(((part - x) * (part + x)) / 2);
}

function ratio([numerator, denominator]: Ratio, x: number): number {
  return valueAt(numerator, x) / valueAt(denominator, x);
}

function valueAt(polynomial: Polynomial, x: number): number {
  let value = 0;
  for (const coefficient of polynomial) value = value * x + coefficient;
  return value;
}
