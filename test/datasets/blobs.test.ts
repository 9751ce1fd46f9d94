import { blobs, Matrix, RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const centers = Matrix.fromRows([
  [0, 0, 10],
  [5, -5, 0],
]);

test("points lie around the centre of their class, as far as the deviation says", () => {
  const deviation = [0.5, 2];
  const { x, y } = blobs({ points: 4000, centers, deviation, random: new RandomState(0) });
  for (const label of [0, 1]) {
    const own = x.selectRows(Array.from(y.keys()).filter((i) => y[i] === label));
    const away = own.subtract(centers.row(label));
    expect(own.rows).toBe(2000);
    expect(away.mean(0).abs().max()).toBeLessThan(0.15);
    expect(Math.sqrt(away.multiply(away).mean())).toBeCloseTo(deviation[label] as number, 1);
  }
});

test("the first blobs get the points left over", () => {
  expect([...blobs({ points: 8, shuffle: false }).y]).toEqual([0, 0, 0, 1, 1, 1, 2, 2]);
  expect([...blobs({ points: 1, centers: 2, shuffle: false }).y]).toEqual([0]);
});

test("draws the centres if they are not given, then points, then their order", () => {
  const [random, same] = [new RandomState(4), new RandomState(4)];
  const made = blobs({ points: 5, centers: 2, random });
  expect(made.centers).toEqual(same.uniform(-10, 10, 2, 2));
  same.randn(10);
  same.permutation(5);
  expect(random.getState()).toEqual(same.getState());

  blobs({ points: 5, centers, shuffle: false, random });
  same.randn(15);
  expect(random.getState()).toEqual(same.getState());
});

test("the centres that are returned are a copy", () => {
  const made = blobs({ points: 5, centers });
  expect(made.centers).toEqual(centers);
  expect(made.centers.data).not.toBe(centers.data);
});

test("by default there are three blobs of deviation 1, from a fresh generator", () => {
  const random = () => new RandomState(0);
  expect(blobs({ points: 9, random: random() })).toEqual(
    blobs({ points: 9, centers: 3, deviation: 1, shuffle: true, random: random() }),
  );
  expect(blobs({ points: 9 })).not.toEqual(blobs({ points: 9, random: undefined }));
});

test("no points give an empty data set", () => {
  const { x, y } = blobs({ points: 0, centers });
  expect([x.shape, y.length]).toEqual([[0, 3], 0]);
});

describe("wrong options are refused before anything is drawn", () => {
  const random = new RandomState(0);
  const fine = { points: 4, random };
  const failures: Failure[] = [
    ["negative points", () => blobs({ ...fine, points: -1 }), RangeError, "blobs: points is -1"],
    ["no centres", () => blobs({ ...fine, centers: 0 }), RangeError, "blobs: centers is 0", "from 1 to"],
    [
      "centres without rows",
      () => blobs({ ...fine, centers: Matrix.zeros(0, 2) }),
      RangeError,
      "blobs: the number of coordinates in centers is 0; expected at least 1",
    ],
    [
      "centres in arrays",
      () => blobs({ ...fine, centers: [[0, 0]] as never }),
      TypeError,
      "blobs: centers is an array of length 1; expected a number of blobs or a Matrix",
    ],
    [
      "a centre that is not finite",
      () => blobs({ ...fine, centers: Matrix.fromRows([[0, Number.NaN]]) }),
      RangeError,
      "blobs: centers[0, 1] is NaN",
    ],
    ["a negative deviation", () => blobs({ ...fine, deviation: -1 }), RangeError, "blobs: deviation is -1"],
    [
      "a negative deviation of one blob",
      () => blobs({ ...fine, deviation: [1, 1, -1] }),
      RangeError,
      "blobs: deviation[2] is -1",
    ],
    [
      "fewer deviations than blobs",
      () => blobs({ ...fine, deviation: [1, 2] }),
      RangeError,
      "blobs: the length of deviation is 2; expected 3, one number for each blob",
    ],
    [
      "deviations with holes",
      () => blobs({ ...fine, deviation: new Array(3) }),
      TypeError,
      "blobs: deviation[0] is undefined; expected an array without holes",
    ],
    [
      "a deviation with which a point could be infinite",
      () => blobs({ ...fine, centers: Matrix.fromRows([[0, -1.7e308]]), deviation: 1e307 }),
      RangeError,
      "blobs: deviation is 1e+307",
      "a smaller number",
    ],
    [
      "a shuffle that is a string",
      () => blobs({ ...fine, shuffle: "no" as never }),
      TypeError,
      "blobs: shuffle",
    ],
    ["a seed", () => blobs({ ...fine, random: 0 as never }), TypeError, "blobs: random is 0"],
    [
      "a misspelt option",
      () => blobs({ ...fine, centres: 3 } as never),
      TypeError,
      'blobs: unknown option "centres"; expected points, centers, deviation, shuffle, random',
    ],
  ];
  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    const before = random.getState();
    expectError(call, kind, ...parts);
    expect(random.getState()).toEqual(before);
  });
});
