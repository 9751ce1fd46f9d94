import { RandomState, regressionPlane } from "spiralnet";
import { expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";

test("without noise y is a tenth of the sum of both coordinates", () => {
  const { x, y } = regressionPlane({ points: 50, random: new RandomState(0) });
  expect(y).toEqual(x.sum(1).divide(10));
  expect(x.abs().max()).toBeLessThan(6);
});

test("the noise is normal, on y alone", () => {
  const quiet = regressionPlane({ points: 5000, random: new RandomState(1) });
  const noisy = regressionPlane({ points: 5000, noise: 0.5, random: new RandomState(1) });
  expect(noisy.x).toEqual(quiet.x);
  const error = noisy.y.subtract(quiet.y);
  expect(error.mean()).toBeCloseTo(0, 1);
  expect(Math.sqrt(error.multiply(error).mean())).toBeCloseTo(0.5, 1);
});

test("draws two uniforms and then a normal for each point, whatever the noise", () => {
  const [random, same] = [new RandomState(4), new RandomState(4)];
  regressionPlane({ points: 5, random });
  same.rand(10);
  same.randn(5);
  expect(random.getState()).toEqual(same.getState());
});

test("by default the generator is a fresh one", () => {
  expect(regressionPlane({ points: 5 })).not.toEqual(regressionPlane({ points: 5, random: undefined }));
});

test("no points give an empty data set", () => {
  const { x, y } = regressionPlane({ points: 0 });
  expect([x.shape, y.shape]).toEqual([
    [0, 2],
    [0, 1],
  ]);
});

test("wrong options are refused before anything is drawn", () => {
  const random = new RandomState(0);
  const before = random.getState();
  const refused = (options: object, kind: typeof RangeError | typeof TypeError, ...parts: string[]) =>
    expectError(() => regressionPlane({ points: 4, random, ...options }), kind, ...parts);
  refused({ points: -1 }, RangeError, "regressionPlane: points is -1");
  refused({ noise: Number.NaN }, RangeError, "regressionPlane: noise is NaN");
  refused({ random: 0 }, TypeError, "regressionPlane: random is 0");
  refused({ sigma: 4 }, TypeError, 'regressionPlane: unknown option "sigma"', "points, noise, random");
  expect(random.getState()).toEqual(before);
});
