import { blobs, circles, iris, Matrix, moons, RandomState, regressionPlane } from "spiralnet";
import { expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { golden } from "../support/golden.js";

interface Case {
  readonly name: keyof typeof makers;
  readonly seed: number;
  readonly options: { readonly centers?: number | number[][] };
  readonly x: number[][];
  readonly y: number[] | number[][];
  readonly centers?: number[][];
}

const makers = { moons, circles, blobs, regressionPlane, iris };

test.each(golden<Case>("datasets"))("$name of $options (seed $seed) is scikit-learn's", (expected) => {
  const { centers } = expected.options;
  const make = makers[expected.name] as (options: object) => ReturnType<typeof blobs>;
  const made = make({
    ...expected.options,
    ...(Array.isArray(centers) && { centers: Matrix.fromRows(centers) }),
    random: new RandomState(expected.seed),
  });
  expect(made.x.shape).toEqual([expected.x.length, expected.x[0]?.length]);
  expect(distance(made.x, expected.x, 1)).toBeLessThan(1e-14);
  expect(distance(made.y, expected.y, 1)).toBeLessThan(1e-14);
  if (expected.centers) expect(distance(made.centers, expected.centers, 1)).toBeLessThan(1e-14);
});
