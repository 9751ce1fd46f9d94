import { circles, moons, RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";

describe.each(Object.entries({ moons, circles }))("%s", (name, make) => {
  test("half of the points are of each class, the odd one of class 1", () => {
    const { x, y } = make({ points: 7, random: new RandomState(0) });
    expect(x.shape).toEqual([7, 2]);
    expect([...y].sort()).toEqual([0, 0, 0, 1, 1, 1, 1]);
  });

  test("unless they are shuffled, the points of class 0 come first", () => {
    expect([...make({ points: 5, shuffle: false }).y]).toEqual([0, 0, 1, 1, 1]);
  });

  test("draws a permutation if the points are shuffled, then two normals for each, whatever the noise", () => {
    for (const shuffle of [true, false]) {
      const [random, same] = [new RandomState(4), new RandomState(4)];
      make({ points: 5, noise: 0, shuffle, random });
      if (shuffle) same.permutation(5);
      same.randn(10);
      expect(random.getState()).toEqual(same.getState());
    }
  });

  test("by default there is no noise, and the generator is a fresh one that shuffles", () => {
    const random = () => new RandomState(0);
    expect(make({ points: 20, random: random() })).toEqual(
      make({ points: 20, noise: 0, shuffle: true, random: random() }),
    );
    expect(make({ points: 20 })).not.toEqual(make({ points: 20, random: undefined }));
  });

  test("no points give an empty data set", () => {
    const { x, y } = make({ points: 0 });
    expect([x.shape, y.length]).toEqual([[0, 2], 0]);
  });

  test("wrong options are refused before anything is drawn", () => {
    const random = new RandomState(0);
    const before = random.getState();
    const refused = (options: object, kind: typeof RangeError | typeof TypeError, ...parts: string[]) =>
      expectError(() => make({ points: 4, random, ...options } as never), kind, ...parts);
    refused({ points: -1 }, RangeError, `${name}: points is -1`, "from 0 to 67108864");
    refused({ points: 0.5 }, RangeError, `${name}: points is 0.5`);
    refused({ noise: -1 }, RangeError, `${name}: noise is -1`);
    refused({ noise: 1e308 }, RangeError, `${name}: noise is 1e+308`, "a smaller number");
    refused({ shuffle: 1 }, TypeError, `${name}: shuffle is 1`, "true or false");
    refused({ random: 0 }, TypeError, `${name}: random is 0`, "a RandomState");
    refused({ classes: 2 }, TypeError, `${name}: unknown option "classes"`, "points, noise");
    expect(random.getState()).toEqual(before);
  });
});

test("points of circles have the radius 1 or the given factor", () => {
  const { x, y } = circles({ points: 30, factor: 0.25, random: new RandomState(0) });
  x.toArray().forEach(([a, b], i) => {
    expect(Math.hypot(a as number, b as number)).toBeCloseTo(y[i] === 0 ? 1 : 0.25, 14);
  });
});

test("the inner circle is smaller than the outer one", () => {
  const made = (factor: number) => circles({ points: 4, factor });
  expect(made(0).x.abs().sum()).toBeCloseTo(2, 14);
  expectError(() => made(1), RangeError, "circles: factor is 1", "below 1");
  expectError(() => made(-0.5), RangeError, "circles: factor is -0.5", "at least 0");
  expectError(() => made("0.5" as never), TypeError, 'circles: factor is "0.5"');
});

test("points of moons lie on half circles, the lower one moved by (1, 0.5)", () => {
  const { x, y } = moons({ points: 30, random: new RandomState(0) });
  x.toArray().forEach(([a = 0, b = 0], i) => {
    const radius = y[i] === 0 ? Math.hypot(a, b) : Math.hypot(a - 1, b - 0.5);
    expect(radius).toBeCloseTo(1, 14);
    expect(y[i] === 0 ? b : 0.5 - b).toBeGreaterThanOrEqual(0);
  });
});
