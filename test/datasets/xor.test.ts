import { RandomState, xor } from "spiralnet";
import { expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";

test("by default there are the four corners of a square, opposite ones of the same class", () => {
  const { x, y } = xor();
  expect(x.toArray()).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
  expect(y).toEqual(Int32Array.of(0, 1, 1, 0));
});

test("more points stand corner by corner, with normal noise on each coordinate", () => {
  const [random, same] = [new RandomState(2), new RandomState(2)];
  const { x, y } = xor({ pointsPerCorner: 2, noise: 0.5, random });
  const corners = xor().x.selectRows([0, 0, 1, 1, 2, 2, 3, 3]);
  expect(x).toEqual(corners.add(same.randn(8, 2).multiply(0.5)));
  expect([...y]).toEqual([0, 0, 1, 1, 1, 1, 0, 0]);
  expect(random.getState()).toEqual(same.getState());
});

test("no points at the corners give an empty data set", () => {
  const { x, y } = xor({ pointsPerCorner: 0 });
  expect([x.shape, y.length]).toEqual([[0, 2], 0]);
});

test("wrong options are refused before anything is drawn", () => {
  const random = new RandomState(0);
  const before = random.getState();
  const refused = (options: object, kind: typeof RangeError | typeof TypeError, ...parts: string[]) =>
    expectError(() => xor({ random, ...options }), kind, ...parts);
  refused({ pointsPerCorner: -1 }, RangeError, "xor: pointsPerCorner is -1");
  refused({ pointsPerCorner: 2 ** 26 }, RangeError, "xor: 4 times pointsPerCorner is 268435456");
  refused({ noise: -1 }, RangeError, "xor: noise is -1");
  refused({ random: 0 }, TypeError, "xor: random is 0");
  refused({ points: 4 }, TypeError, 'xor: unknown option "points"', "pointsPerCorner, noise");
  expect(random.getState()).toEqual(before);
});
