import { type LabeledPoints, RandomState, spiral } from "spiralnet";

/**
 * The data of the published article, and its random stream where the article's models are initialised. The published numbers come out if
 * 18 normals are dropped before the softmax classifier: its cell had been run three times before. The two-layer network comes right after
 * the classifier, which takes 6 more.
 */
export function articleData(dropped: number): LabeledPoints & { random: RandomState } {
  const random = new RandomState(0);
  const { x, y } = spiral({ classes: 3, pointsPerClass: 100, random });
  random.randn(dropped);
  return { x, y, random };
}
