import { Matrix, orthogonal, RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { golden } from "../support/golden.js";

interface Case {
  readonly seed: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly result: number[][];
}

test.each(golden<Case>("orthogonal"))(
  "makes of NumPy's numbers what its QR decomposition makes of them ($inputs x $outputs, seed $seed)",
  ({ seed, inputs, outputs, result }) => {
    const made = orthogonal()(inputs, outputs, new RandomState(seed));
    expect(made.shape).toEqual([inputs, outputs]);
    expect(distance(made, result, 1)).toBeLessThan(1e-13);
  },
);

/** How far the products of the columns, or of the rows if they are fewer, are from those of the identity. */
function error(W: Matrix, gain: number): number {
  const columns = W.transpose() as Matrix;
  const products = W.rows > W.cols ? columns.matmul(W) : W.matmul(columns);
  return products
    .divide(gain * gain)
    .subtract(Matrix.identity(products.rows))
    .abs()
    .max();
}

describe.each([
  [1, 1],
  [40, 40],
  [200, 150],
  [150, 200],
  [1, 300],
  [300, 1],
])("%i x %i", (inputs, outputs) => {
  test("has columns, or rows, that are orthogonal and of length 1, to 1e-14", () => {
    expect(error(orthogonal()(inputs, outputs, new RandomState(1)), 1)).toBeLessThan(1e-14);
  });

  test("has the length that is asked for", () => {
    const [longer, unit] = [Math.SQRT2, 1].map((gain) =>
      orthogonal(gain)(inputs, outputs, new RandomState(2)),
    ) as [Matrix, Matrix];
    expect(longer).toEqual(unit.multiply(Math.SQRT2));
    expect(error(longer, Math.SQRT2)).toBeLessThan(1e-14);
  });
});

/** The lengths of the rows. */
const lengths = (m: Matrix) => m.pow(2).sum(1).sqrt();

test("xW is as many times as long as x as the gain says, unless there are fewer outputs", () => {
  const x = new RandomState(3).randn(7, 20);
  for (const outputs of [20, 30]) {
    const W: Matrix = orthogonal(1.5)(20, outputs, new RandomState(4));
    expect(
      lengths(x.matmul(W))
        .divide(lengths(x))
        .allClose(Matrix.full(7, 1, 1.5)),
    ).toBe(true);
  }
});

test("with fewer outputs the gradient keeps its length on the way back", () => {
  const W: Matrix = orthogonal(1.5)(20, 10, new RandomState(4));
  const gradient = new RandomState(3).randn(7, 10);
  const back = gradient.matmul(W.transpose());
  expect(
    lengths(back)
      .divide(lengths(gradient))
      .allClose(Matrix.full(7, 1, 1.5)),
  ).toBe(true);
});

test("draws one normal for each weight, row after row", () => {
  const [random, same] = [new RandomState(5), new RandomState(5)];
  orthogonal()(7, 4, random);
  same.randn(7, 4);
  expect(random.getState()).toEqual(same.getState());
});

test("rows that hardly differ are orthogonal all the same", () => {
  const numbers = [1, 1, 1, 1, 1 + 1e-8, 1, 1, 1, 1 + 1e-8];
  const random = Object.assign(new RandomState(0), { randn: () => numbers.shift() }) as never;
  expect(error(orthogonal()(3, 3, random), 1)).toBeLessThan(1e-14);
});

const constant = (value: number) => Object.assign(new RandomState(0), { randn: () => value }) as never;
const failures: Failure[] = [
  ["a negative gain", () => orthogonal(-1), RangeError, "orthogonal: gain is -1", "at least 0"],
  ["a gain in a string", () => orthogonal("1" as never), TypeError, 'orthogonal: gain is "1"'],
  [
    "a generator that draws the same number again and again",
    () => orthogonal()(3, 2, constant(0.7)),
    RangeError,
    "orthogonal: row 1 of the random numbers depends on those before",
    "expected independent ones",
  ],
  ["a generator of zeros", () => orthogonal()(2, 3, constant(0)), RangeError, "orthogonal: row 0"],
  ["a generator of huge numbers", () => orthogonal()(2, 3, constant(1e300)), RangeError, "orthogonal: row 0"],
];
test.each(failures)("%s is refused", (_title, call, kind, ...parts) => expectError(call, kind, ...parts));
