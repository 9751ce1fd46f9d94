import {
  Dense,
  ElasticNet,
  gradientCheck,
  L1,
  L2,
  Matrix,
  NonFiniteError,
  type Parameter,
  RandomState,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";

function parameter(name: string, role: "weight" | "bias", values: number[], gradients: number[]): Parameter {
  return { name, role, value: Matrix.fromRows([values]), gradient: Matrix.fromRows([gradients]) };
}

const parameters = (): Parameter[] => [
  parameter("a", "weight", [3, -4, 0, -0], [1, 2, 3, 4]),
  parameter("b", "bias", [100], [7]),
  parameter("c", "weight", [2], [-1]),
];

test("L1 is the strength times the sum of the sizes, with the strength times the signs for a gradient", () => {
  const list = parameters();
  expect(new L1(0.5).penalty(list)).toBe(0.5 * 9);
  expect(frozen(list)).toEqual(frozen(parameters()));
  expect(new L1(0.5).apply(list)).toBe(0.5 * 9);
  expect(list.map(({ gradient }) => gradient.toArray())).toEqual([[[1.5, 1.5, 3, 4]], [[7]], [[-0.5]]]);
  expect(list.map(({ value }) => value)).toEqual(parameters().map(({ value }) => value));
});

test("ElasticNet is the sum of L1 and L2", () => {
  const [one, other] = [parameters(), parameters()];
  const elasticNet = new ElasticNet({ l1: 0.5, l2: 0.25 });
  expect(elasticNet.penalty(one)).toBe(0.5 * 9 + 0.5 * 0.25 * 29);
  expect(frozen(one)).toEqual(frozen(other));
  expect(elasticNet.apply(one)).toBe(new L1(0.5).apply(other) + new L2(0.25).apply(other));
  expect(frozen(one)).toEqual(frozen(other));
});

test.each([
  ["L1", new L1(0.3)],
  ["ElasticNet", new ElasticNet({ l1: 0.3, l2: 0.2 })],
])("the gradient of %s is that of its penalty", (_, regularizer) => {
  const random = new RandomState(4);
  const layer = new Dense(3, 2, { random });
  expect(gradientCheck(layer, random.randn(5, 3), { regularizer }).passed).toBe(true);
});

test.each([
  [1e-300, [1e308, -1e308, 1e308], 3e8],
  [1, [5e-324, -5e-324], 1e-323],
  [0, [1e308, 1e308], 0],
  [3, [0, -0], 0],
  [2, [], 0],
])("the penalty of strength %d on %j is %d", (strength, weights, penalty) => {
  const list = [parameter("w", "weight", weights, new Array(weights.length).fill(0))];
  expect(distance(new L1(strength).penalty(list), penalty)).toBeLessThan(1e-15);
  expect(distance(new ElasticNet({ l1: strength, l2: 0 }).penalty(list), penalty)).toBeLessThan(1e-15);
});

test("strengths can be read", () => {
  expect(new L1(0.25)).toMatchObject({ strength: 0.25 });
  expect(new ElasticNet({ l1: 0.25, l2: 0.5 })).toMatchObject({ l1: 0.25, l2: 0.5 });
});

describe("wrong arguments are refused, and gradients stay as they are", () => {
  const list = parameters();
  const large = [...list, parameter("w", "weight", [1, -1e308], [0, 0])];
  const elasticNet = new ElasticNet({ l1: 1, l2: 1 });
  const failures: Failure[] = [
    ["a negative strength", () => new L1(-1), RangeError, "L1: strength is -1"],
    ["no strength", () => new L1(undefined as never), TypeError, "L1: strength is undefined"],
    ["a negative l1", () => new ElasticNet({ l1: -1, l2: 1 }), RangeError, "ElasticNet: l1 is -1"],
    ["no l2", () => new ElasticNet({ l1: 1 } as never), TypeError, "ElasticNet: l2 is undefined"],
    ["a number alone", () => new ElasticNet(1 as never), TypeError, "ElasticNet: options is 1", "l1, l2"],
    [
      "a weight that is NaN",
      () => new L1(1).apply([...list, parameter("w", "weight", [1, Number.NaN], [0, 0])]),
      RangeError,
      "L1: w[0, 1] is NaN; expected finite numbers",
    ],
    [
      "a penalty that is no float64",
      () => new L1(10).apply(large),
      NonFiniteError,
      "L1: w[0, 1] is -1e+308: the penalty is above the largest float64",
    ],
    ["the same in a part", () => elasticNet.apply(large), NonFiniteError, "ElasticNet: w[0, 1] is -1e+308"],
    ["a parameter twice", () => new L1(1).apply([...list, ...list]), TypeError, "L1: a and a share numbers"],
  ];
  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, ...parts);
    expect(frozen(list)).toEqual(frozen(parameters()));
  });
});
