/** The slopes of a function of one number, around the point where it stands. */
export interface Slopes {
  /** By centred differences. */
  readonly centred: number;
  /** To the left. */
  readonly left: number;
  /** To the right. */
  readonly right: number;
  /** How far rounding alone may have moved the centred slope. */
  readonly rounding: number;
}

/** Beyond this size a number is moved by a share of itself: a fixed step would be lost in its rounding. */
const LARGE = 1e6;

/** Slopes of `objective` with respect to `data[index]`, which is moved by `step` to each side and put back. */
export function slopesAt(objective: () => number, data: Float64Array, index: number, step: number): Slopes {
  const value = data[index] as number;
  const h = step * Math.max(1, Math.abs(value) / LARGE);
  try {
    const middle = objective();
    data[index] = value + h;
    const above = objective();
    data[index] = value - h;
    const below = objective();
    return {
      centred: (above - below) / (value + h - (value - h)),
      left: (middle - below) / (value - (value - h)),
      right: (above - middle) / (value + h - value),
      rounding: (ROUNDINGS * Number.EPSILON * Math.max(1, Math.abs(above), Math.abs(below))) / h,
    };
  } finally {
    data[index] = value;
  }
}

/** A loss is a sum of many terms, each rounded; this many roundings of the result are allowed for. */
const ROUNDINGS = 64;

/** A kink's difference of slopes is at least this share of them; a smooth bend has less within a step. */
const SHARP = 1e-3;

/**
 * Whether the slopes to the left and to the right differ because the function has a kink within the step. The difference that a smooth
 * bend makes is ten times smaller at a tenth of the step; a kink's stays as it is, or vanishes once the step no longer reaches it.
 */
export function isKink(slopes: Slopes, atTenth: () => Slopes): boolean {
  const difference = Math.abs(slopes.right - slopes.left);
  const size = Math.max(Math.abs(slopes.left), Math.abs(slopes.right));
  if (difference <= Math.max(SHARP * size, 100 * slopes.rounding)) return false;
  const small = atTenth();
  const remaining = Math.abs(small.right - small.left) / difference;
  return remaining > 0.5 || remaining < 0.02;
}
