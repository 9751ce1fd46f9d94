import { RandomState, spiral } from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { golden } from "../support/golden.js";

interface Case {
  readonly seed: number;
  readonly classes: number;
  readonly pointsPerClass: number;
  readonly noise: number;
  readonly turns: number;
  readonly x: number[][];
  readonly y: number[];
}

test.each(golden<Case>("spiral"))(
  "$classes arms of $pointsPerClass points with noise $noise and turns $turns are NumPy's (seed $seed)",
  ({ seed, x, y, ...options }) => {
    const made = spiral({ ...options, random: new RandomState(seed) });
    expect(made.x.shape).toEqual([x.length, 2]);
    expect(distance(made.x, x, 1)).toBeLessThan(1e-14);
    expect(Array.from(made.y)).toEqual(y);
  },
);

test("draws one normal for each point, whatever the noise", () => {
  const [random, same] = [new RandomState(4), new RandomState(4)];
  spiral({ classes: 2, pointsPerClass: 5, noise: 0, random });
  same.randn(10);
  expect(random.getState()).toEqual(same.getState());
});

test("by default an arm turns once, the noise is 0.2 and the generator a fresh one", () => {
  const options = { classes: 3, pointsPerClass: 10 };
  const random = () => new RandomState(0);
  expect(spiral({ ...options, random: random() })).toEqual(
    spiral({ ...options, noise: 0.2, turns: 1, random: random() }),
  );
  expect(spiral({ ...options, noise: undefined, turns: undefined, random: random() })).toEqual(
    spiral({ ...options, random: random() }),
  );
  expect(spiral(options)).not.toEqual(spiral({ ...options, random: undefined }));
});

test("no points give an empty data set", () => {
  const { x, y } = spiral({ classes: 3, pointsPerClass: 0 });
  expect(x.shape).toEqual([0, 2]);
  expect(y).toEqual(new Int32Array(0));
});

test("the first point of every arm is the origin, whatever the noise", () => {
  const { x } = spiral({ classes: 3, pointsPerClass: 5, noise: 9, random: new RandomState(2) });
  expect(x.selectRows([0, 5, 10]).abs().sum()).toBe(0);
});

test("many classes without points take no time", () => {
  expect(spiral({ classes: 1000, pointsPerClass: 0 }).x.shape).toEqual([0, 2]);
});

describe("wrong options are refused before anything is drawn", () => {
  const random = new RandomState(0);
  const fine = { classes: 3, pointsPerClass: 4, random };
  const failures: Failure[] = [
    [
      "another generator",
      () => spiral({ classes: 2, pointsPerClass: 2, random: {} as never }),
      TypeError,
      "spiral: random is an object",
      "a RandomState",
    ],
    ["negative noise", () => spiral({ ...fine, noise: -1 }), RangeError, "spiral: noise is -1", "at least 0"],
    ["NaN noise", () => spiral({ ...fine, noise: Number.NaN }), RangeError, "spiral: noise is NaN"],
    [
      "infinite noise",
      () => spiral({ ...fine, noise: Number.POSITIVE_INFINITY }),
      RangeError,
      "spiral: noise is Infinity",
    ],
    [
      "noise in a string",
      () => spiral({ ...fine, noise: "0.2" as never }),
      TypeError,
      'spiral: noise is "0.2"',
    ],
    ["no classes", () => spiral({ ...fine, classes: 0 }), RangeError, "spiral: classes is 0", "from 1 to"],
    ["fractional classes", () => spiral({ ...fine, classes: 2.5 }), RangeError, "spiral: classes is 2.5"],
    [
      "classes missing",
      () => spiral({ pointsPerClass: 3, random } as never),
      TypeError,
      "spiral: classes is undefined",
    ],
    [
      "negative points",
      () => spiral({ ...fine, pointsPerClass: -1 }),
      RangeError,
      "pointsPerClass is -1",
      "from 0 to 67108864",
    ],
    [
      "fractional points",
      () => spiral({ ...fine, pointsPerClass: 0.5 }),
      RangeError,
      "pointsPerClass is 0.5",
    ],
    [
      "more points than fit into memory",
      () => spiral({ ...fine, classes: 2 ** 20, pointsPerClass: 2 ** 20 }),
      RangeError,
      "spiral: classes times pointsPerClass is 1099511627776",
      "from 0 to 67108864",
    ],
    [
      "classes that take forever",
      () => spiral({ ...fine, classes: 2 ** 40, pointsPerClass: 0 }),
      RangeError,
      "spiral: classes is 1099511627776",
    ],
    [
      "noise with which an angle could be infinite",
      () => spiral({ ...fine, noise: 1e308 }),
      RangeError,
      "spiral: noise is 1e+308",
      "a smaller number",
    ],
    [
      "turns with which an angle could be infinite",
      () => spiral({ ...fine, turns: 1e308 }),
      RangeError,
      "spiral: the largest angle is Infinity",
      "a finite number",
    ],
    [
      "turns with which even an angle without noise could be infinite",
      () => spiral({ ...fine, classes: 1, noise: 0, turns: 1e308 }),
      RangeError,
      "spiral: the largest angle is Infinity",
    ],
    [
      "noise and turns that together could make an angle infinite",
      () => spiral({ ...fine, noise: 1e307, turns: 2 }),
      RangeError,
      "spiral: the largest angle is Infinity",
    ],
    ["no turns", () => spiral({ ...fine, turns: 0 }), RangeError, "spiral: turns is 0", "above 0"],
    ["turns in a string", () => spiral({ ...fine, turns: "1" as never }), TypeError, 'spiral: turns is "1"'],
    [
      "a misspelt option",
      () => spiral({ ...fine, points: 3 } as never),
      TypeError,
      'unknown option "points"',
      "pointsPerClass",
    ],
    [
      "undefined for the options",
      () => spiral(undefined as never),
      TypeError,
      "spiral: options is undefined",
      "classes, pointsPerClass, noise, turns, random",
    ],
  ];
  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    const before = random.getState();
    expectError(call, kind, ...parts);
    expect(random.getState()).toEqual(before);
  });
});
