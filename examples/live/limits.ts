/** The least and the most of a number. */
export type Range = readonly [least: number, most: number];

/**
 * What a setup may hold. A training step within it is short enough for a page, and a link from elsewhere can't
 * make a browser hang.
 */
export const LIMITS = {
  seed: [0, 2 ** 32 - 1],
  skipped: [0, 10_000],
  classes: [2, 8],
  pointsPerClass: [1, 500],
  noise: [0, 10],
  testShare: [0, 0.5],
  ownPoints: [0, 1000],
  coordinate: [-1000, 1000],
  layers: [0, 6],
  units: [1, 128],
  deviation: [0, 100],
  dropout: [0, 0.95],
  learningRate: [0, 1e6],
  scheduleSteps: [1, 1e7],
  batchSize: [0, 4000],
  l1: [0, 100],
  l2: [0, 100],
} as const satisfies Readonly<Record<string, Range>>;

/** Whether a number is one, and within its limits. */
export function isWithin(value: number, [least, most]: Range): boolean {
  return value >= least && value <= most;
}
