import { type LabeledPoints, RandomState, spiral } from "spiralnet";

/**
 * The data of the published article, and its random stream after `dropped` more normals. For the published
 * numbers, drop 18 before the softmax classifier, since the author had run its cell three times before. The
 * classifier takes 6, so drop 24 before the two-layer network.
 */
export function articleData(dropped: number): LabeledPoints & { random: RandomState } {
  const random = new RandomState(0);
  const { x, y } = spiral({ classes: 3, pointsPerClass: 100, random });
  random.randn(dropped);
  return { x, y, random };
}
