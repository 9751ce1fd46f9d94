import * as fc from "fast-check";
import { clipGradients, Matrix, NonFiniteError, type Parameter, parameter } from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";
import { golden } from "../support/golden.js";

interface Case {
  readonly by: "norm" | "value";
  readonly limit: number;
  readonly gradients: readonly number[][][];
  readonly norm: number;
  readonly clipped: readonly number[][][];
}

function withGradients(gradients: readonly number[][][]): Parameter[] {
  return gradients.map((rows, i) => {
    const gradient = Matrix.fromRows(rows);
    const made = parameter(`p${i}`, Matrix.zeros(gradient.rows, gradient.cols), i === 0 ? "weight" : "bias");
    made.gradient.assignInPlace(gradient);
    return made;
  });
}

test.each(golden<Case>("clip-gradients"))("by a $by of $limit as PyTorch does", (it) => {
  const list = withGradients(it.gradients);
  const options = it.by === "norm" ? { norm: it.limit } : { value: it.limit };
  expect(distance(clipGradients(list, options), it.norm)).toBeLessThan(1e-14);
  for (const [i, { gradient }] of list.entries()) {
    expect(distance(gradient, it.clipped[i] as number[][])).toBeLessThan(1e-14);
  }
});

test("the norm is at most the limit afterwards, and the direction stays", () => {
  const gradients = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(gradients, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (values, limit) => {
      const list = withGradients([[values], [[1]]]);
      const before = clipGradients(list, { norm: limit });
      const after = clipGradients(list, { norm: 1e9 });
      expect(after).toBeLessThanOrEqual(limit);
      expect(
        distance(
          list[0]?.gradient as Matrix,
          values.map((g) => (g * after) / before),
        ),
      ).toBeLessThan(1e-12);
    }),
  );
});

test("gradients within the limit keep their bits", () => {
  const list = withGradients([[[0.1, -0.3]], [[0.7]]]);
  const before = frozen(list);
  clipGradients(list, { norm: 0.8 });
  clipGradients(list, { value: 0.7 });
  expect(frozen(list)).toEqual(before);
});

test("values are left alone", () => {
  const list = withGradients([[[5]]]);
  clipGradients(list, { norm: 1 });
  expect(list[0]?.value).toEqual(Matrix.zeros(1, 1));
});

test("no gradients, and gradients of 0, have a norm of 0", () => {
  expect(clipGradients([], { norm: 1 })).toBe(0);
  const list = withGradients([[[0, 0]]]);
  expect(clipGradients(list, { norm: 1 })).toBe(0);
  expect(list[0]?.gradient).toEqual(Matrix.zeros(1, 2));
});

test.each([
  [[3e200, -4e200], 5e200],
  [[3e-200, -4e-200], 5e-200],
])("the norm of %j neither overflows nor vanishes", (values, norm) => {
  const list = withGradients([[values]]);
  expect(distance(clipGradients(list, { norm: 1e-250 }), norm)).toBeLessThan(1e-15);
});

describe("wrong arguments are refused, and gradients stay as they are", () => {
  const list = withGradients([[[1, -20]], [[3]]]);
  const before = frozen(list);
  const wrong = (value: number) => [...list, ...withGradients([[[1, value]]])];
  const failures: Failure[] = [
    ["a limit of 0", () => clipGradients(list, { norm: 0 }), RangeError, "norm is 0", "above 0"],
    ["a NaN limit", () => clipGradients(list, { value: Number.NaN }), RangeError, "value is NaN"],
    [
      "no limit",
      () => clipGradients(list, {} as never),
      TypeError,
      "options have neither value and norm; expected one of them",
    ],
    [
      "two limits",
      () => clipGradients(list, { value: 1, norm: 1 } as never),
      TypeError,
      "both value and norm",
    ],
    [
      "PyTorch's name",
      () => clipGradients(list, { maxNorm: 1 } as never),
      TypeError,
      'unknown option "maxNorm"',
    ],
    [
      "a NaN gradient",
      () => clipGradients(wrong(Number.NaN), { norm: 1 }),
      NonFiniteError,
      "the gradient of p0[0, 1] is NaN; expected finite numbers",
    ],
    [
      "an infinite gradient",
      () => clipGradients(wrong(-Infinity), { value: 1 }),
      NonFiniteError,
      "p0[0, 1] is -Infinity",
    ],
    [
      "a norm that is no float64",
      () => clipGradients([...list, ...withGradients([[[1.5e308, 1.5e308]]])], { norm: 1 }),
      NonFiniteError,
      "the norm of the gradients is above the largest float64; expected smaller gradients",
    ],
    [
      "two norms that are no float64 together",
      () => clipGradients(withGradients([[[1.5e308]], [[1.5e308]]]), { norm: 1 }),
      NonFiniteError,
      "the norm of the gradients is above the largest float64",
    ],
    ["no parameters", () => clipGradients(5 as never, { norm: 1 }), TypeError, "parameters is 5"],
    ["a parameter twice", () => clipGradients([...list, ...list], { norm: 1 }), TypeError, "share numbers"],
  ];
  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, "clipGradients: ", ...parts);
    expect(frozen(list)).toEqual(before);
  });
});
