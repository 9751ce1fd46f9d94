/** The slope of a function of one number at the point where it stands. */
export interface Slope {
  /** By centred differences. */
  readonly centred: number;
  /** The most by which rounding alone may move it. */
  readonly rounding: number;
}

/** The same, with the slopes of both sides. */
export interface Slopes extends Slope {
  /** To the left. */
  readonly left: number;
  /** To the right. */
  readonly right: number;
}

/** Beyond this size a number moves by a share of itself: rounding would swallow a fixed step. */
const LARGE = 1e6;

/** A loss is a sum of many terms, each rounded. This many roundings of the result are allowed for. */
const ROUNDINGS = 64;

/** The slopes at `data[index]`, which moves by `step` to each side and is put back. */
export type SlopesAt = (data: Float64Array, index: number, step: number) => Slopes;

/**
 * Measures the slopes of `objective` with respect to numbers that it depends on.
 *
 * @throws RangeError, when a slope is measured, if rounding swallows the step
 */
export function slopesOf(operation: string, objective: () => number): SlopesAt {
  const middle = objective();
  return (data, index, step) => {
    const value = data[index] as number;
    const h = step * Math.max(1, Math.abs(value) / LARGE);
    const [low, high] = [value - h, value + h];
    if (low === value || high === value) {
      const problem = `${operation}: step is ${step}, too small to move ${value}`;
      throw new RangeError(`${problem}; expected a larger one`);
    }
    try {
      data[index] = high;
      const above = objective();
      data[index] = low;
      const below = objective();
      return {
        centred: (above - below) / (high - low),
        left: (middle - below) / (value - low),
        right: (above - middle) / (high - value),
        rounding: roundingOf(Math.max(Math.abs(above), Math.abs(below)), h),
      };
    } finally {
      data[index] = value;
    }
  };
}

/** The most by which rounding alone may move the slope of a function of a certain size. */
export function roundingOf(size: number, step: number): number {
  return (ROUNDINGS * Number.EPSILON * Math.max(1, Math.abs(size))) / step;
}

/**
 * At a kink the slopes of the two sides differ by at least this share of them. A smooth bend stays below it.
 */
const SHARP = 1e-3;

/**
 * Whether the slopes of the two sides differ because the function has a kink within the step. A smooth bend's
 * difference shrinks with the step: at a tenth of it, it is a tenth. A kink's difference stays as it is, or
 * vanishes once the step no longer reaches the kink.
 */
export function isKink(slopes: Slopes, atTenth: () => Slopes): boolean {
  const difference = Math.abs(slopes.right - slopes.left);
  const size = Math.max(Math.abs(slopes.left), Math.abs(slopes.right));
  if (difference <= Math.max(SHARP * size, 100 * slopes.rounding)) return false;
  const small = atTenth();
  const remaining = Math.abs(small.right - small.left) / difference;
  return remaining > 0.5 || remaining < 0.02;
}

/**
 * The slope by two steps, one a tenth of the other. The error of centred differences falls with the square of
 * the step, so most of it cancels: a steep function needs that. If rounding explains the difference, there is
 * no such error, and the longer step is the better one.
 */
export function extrapolated(slopes: Slope, { centred, rounding }: Slope): Slope {
  const better = centred + (centred - slopes.centred) / 99;
  return Math.abs(better - slopes.centred) > rounding ? { centred: better, rounding } : slopes;
}
