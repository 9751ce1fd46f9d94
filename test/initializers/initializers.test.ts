import {
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  type Initializer,
  lecunNormal,
  lecunUniform,
  normal,
  orthogonal,
  RandomState,
  zeros,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { golden } from "../support/golden.js";

interface Case {
  readonly name: keyof typeof initializers;
  readonly seed: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly result: number[][];
}

const drawing = {
  normal: normal(0.01),
  heNormal,
  heUniform,
  glorotNormal,
  glorotUniform,
  lecunNormal,
  lecunUniform,
} satisfies Record<string, Initializer>;
const initializers = { ...drawing, zeros };

test.each(golden<Case>("initializers"))(
  "$name makes $inputs x $outputs numbers from NumPy's stream (seed $seed)",
  ({ name, seed, inputs, outputs, result }) => {
    const random = new RandomState(seed);
    const made = initializers[name](inputs, outputs, random);
    expect(made.shape).toEqual([inputs, outputs]);
    expect(distance(made, result)).toBeLessThan(1e-15);
  },
);

const random = new RandomState(1);

describe("the numbers are as large as the formulas say", () => {
  const deviation = (values: Float64Array) =>
    Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);

  test("normal(std) has the standard deviation std", () => {
    expect(deviation(normal(3)(100, 100, random).data)).toBeCloseTo(3, 1);
    expect(normal(0)(2, 2, random).abs().sum()).toBe(0);
  });

  test("heNormal has the standard deviation √(2 / inputs)", () => {
    expect(deviation(heNormal(50, 200, random).data)).toBeCloseTo(0.2, 2);
  });

  test("glorotUniform fills the range ±√(6 / (inputs + outputs))", () => {
    const { data } = glorotUniform(100, 50, random);
    expect(data.reduce((a, b) => Math.max(a, b))).toBeCloseTo(0.2, 3);
    expect(data.reduce((a, b) => Math.min(a, b))).toBeCloseTo(-0.2, 3);
  });

  test("an initializer from normal numbers and its uniform sister have the same standard deviation", () => {
    for (const [normals, uniforms, std] of [
      [heNormal, heUniform, 0.2],
      [glorotNormal, glorotUniform, Math.sqrt(2 / 250)],
      [lecunNormal, lecunUniform, Math.sqrt(1 / 50)],
    ] as const) {
      expect(deviation(normals(50, 200, random).data)).toBeCloseTo(std, 2);
      expect(deviation(uniforms(50, 200, random).data)).toBeCloseTo(std, 2);
    }
  });

  test("a width of 0 gives an empty matrix", () => {
    expect(heNormal(0, 3, random).shape).toEqual([0, 3]);
    expect(glorotUniform(0, 0, random).shape).toEqual([0, 0]);
    for (const initializer of [heUniform, glorotNormal, lecunNormal, lecunUniform, orthogonal()]) {
      expect(initializer(0, 3, random).shape).toEqual([0, 3]);
      expect(initializer(3, 0, random).shape).toEqual([3, 0]);
    }
  });
});

const wrongWidths = [
  ["a negative number of inputs", RangeError, "inputs is -1; expected a safe integer of at least 0", -1, 3],
  ["inputs in a string", TypeError, 'inputs is "2"; expected a safe integer of at least 0', "2", 3],
  ["a negative number of outputs", RangeError, "outputs is -1; expected a safe integer of at least 0", 2, -1],
  ["a fraction of an output", RangeError, "outputs is 0.5", 2, 0.5],
] as const;
const nan = () => Number.NaN;
const broken = Object.assign(new RandomState(0), { uniform: nan, randn: nan });
const wrongGenerators = [
  ["no generator", TypeError, "random is undefined; expected a RandomState", undefined],
  ["a seed", TypeError, "random is 0; expected a RandomState", 0],
  ["a generator of NaN", RangeError, "a random number is NaN; expected a finite number", broken],
] as const;

describe.each(Object.entries({ ...initializers, orthogonal: orthogonal() }))("%s refuses", (name, make) => {
  test.each(wrongWidths)("%s", (_title, kind, problem, inputs, outputs) => {
    expectError(() => make(inputs as number, outputs, random), kind, `${name}: ${problem}`);
  });
});

describe.each(Object.entries({ ...drawing, orthogonal: orthogonal() }))("%s refuses", (name, make) => {
  test.each(wrongGenerators)("%s", (_title, kind, problem, generator) => {
    expectError(() => make(2, 3, generator as never), kind, `${name}: ${problem}`);
  });
});

const failures: Failure[] = [
  ["a negative deviation", () => normal(-0.01), RangeError, "normal: std is -0.01", "at least 0"],
  ["a NaN deviation", () => normal(Number.NaN), RangeError, "normal: std is NaN"],
  ["an infinite deviation", () => normal(Number.POSITIVE_INFINITY), RangeError, "normal: std is Infinity"],
  [
    "a deviation with which a weight could be infinite",
    () => normal(1e308),
    RangeError,
    "normal: std is 1e+308",
    "a smaller number",
  ],
  ["a deviation in a string", () => normal("1" as never), TypeError, 'normal: std is "1"'],
];
test.each(failures)("%s is refused", (_title, call, kind, ...parts) => expectError(call, kind, ...parts));
