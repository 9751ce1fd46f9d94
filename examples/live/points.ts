import {
  blobs,
  circles,
  type Examples,
  type LabeledPoints,
  Matrix,
  moons,
  RandomState,
  spiral,
  trainTestSplit,
  xor,
} from "spiralnet";
import type { DataSetup, Point, Setup } from "./setup.js";

/** Points to learn from, and others to try the model on if there are any. */
export interface SplitPoints {
  readonly training: LabeledPoints;
  readonly test: LabeledPoints | undefined;
}

/**
 * The points of a setup. The generator with its seed draws, in this order, the centres of blobs, what the data
 * set draws, and the order in which points are dealt to training and test.
 */
export function pointsOf({ seed, data }: Pick<Setup, "seed" | "data">): SplitPoints {
  const random = new RandomState(seed);
  const all = made(data, random);
  if (!splits(data, all.x.rows)) return { training: all, test: undefined };
  return trainTestSplit(all, { testShare: data.testShare, random, stratify: true }) as Record<
    "training" | "test",
    Examples<Int32Array, 2>
  >;
}

/** Whether some of so many points are kept for the test: the share of a few points may be none, or all. */
export function splits({ testShare }: DataSetup, count: number): boolean {
  const size = Math.round(testShare * count);
  return size > 0 && size < count;
}

/** How many points of class 0, or of both classes, xor makes at each of its four corners. */
export function pointsPerCorner({ pointsPerClass }: DataSetup): number {
  return Math.ceil(pointsPerClass / 2);
}

function made(data: DataSetup, random: RandomState): LabeledPoints {
  const { kind, classes, pointsPerClass, noise, own } = data;
  const points = classes * pointsPerClass;
  switch (kind) {
    case "spiral":
      return spiral({ classes, pointsPerClass, noise, random });
    case "moons":
      return moons({ points, noise, random });
    case "circles":
      return circles({ points, noise, factor: 0.5, random });
    case "blobs": {
      const centers = random.uniform(-1, 1, classes, 2);
      return blobs({ points, centers, deviation: noise, random });
    }
    case "xor":
      return xor({ pointsPerCorner: pointsPerCorner(data), noise, random });
    case "own": {
      const x = Matrix.zeros(own.length, 2);
      own.forEach((point, i) => {
        x.data.set([point.x, point.y], 2 * i);
      });
      return { x, y: Int32Array.from(own, ({ label }) => label) };
    }
  }
}

/** Examples as a list of points. */
export function pointList({ x, y }: LabeledPoints): Point[] {
  return Array.from(y, (label, i) => ({
    x: x.data[2 * i] as number,
    y: x.data[2 * i + 1] as number,
    label,
  }));
}

/** Half the side of a square around 0 with some room around all points. */
export function extentOf({ training, test }: SplitPoints): number {
  const coordinates = [...training.x.data, ...(test?.x.data ?? [])];
  const furthest = coordinates.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return furthest > 0 ? 1.1 * furthest : 1;
}
