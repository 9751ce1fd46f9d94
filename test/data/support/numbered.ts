import fc from "fast-check";
import { type Examples, Matrix } from "spiralnet";

/** Examples with the given labels, whose row i is [i, -i]: rows tell which examples they are. */
export function numbered<Labels extends ArrayLike<number>>(y: Labels): Examples<Labels, 2> {
  return { x: Matrix.fromRows(Array.from(y, (_, i) => [i, -i] as const)) as Matrix<number, 2>, y };
}

/** Which examples of {@link numbered} these are. */
export function numbersOf({ x }: { readonly x: Matrix }): number[] {
  return x.col(0).toArray().flat();
}

/** How many there are of each label. */
export function countsOf(y: ArrayLike<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const label of Array.from(y)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** Lists of at least `minLength` labels, most of them of few classes. */
export function labels(minLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: -2, max: 9 })), {
    minLength,
    maxLength: 60,
  });
}
