import { Matrix, NonFiniteError, type Parameter, SGD } from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";

function parameter(name: string, values: number[], gradients: number[]): Parameter {
  return { name, role: "weight", value: Matrix.fromRows([values]), gradient: Matrix.fromRows([gradients]) };
}

const parameters = (): Parameter[] => [parameter("a", [1, 2], [10, -20]), parameter("b", [5], [0.5])];

test("a step takes the learning rate times the gradient from every parameter", () => {
  const list = parameters();
  const sgd = new SGD(list, { learningRate: 0.5 });
  sgd.step();
  expect(list.map(({ value }) => value.toArray())).toEqual([[[-4, 12]], [[4.75]]]);
  sgd.step();
  expect(list.map(({ value }) => value.toArray())).toEqual([[[-9, 22]], [[4.5]]]);
  expect(list.map(({ gradient }) => gradient.toArray())).toEqual([[[10, -20]], [[0.5]]]);
});

test("values change in place, so that who holds them sees it", () => {
  const list = parameters();
  const { data } = (list[0] as Parameter).value;
  new SGD(list, { learningRate: 1 }).step();
  expect((list[0] as Parameter).value.data).toBe(data);
});

test("the learning rate may change between steps, and be 0", () => {
  const list = parameters();
  const sgd = new SGD(list, { learningRate: 0 });
  sgd.step();
  expect(frozen(list)).toEqual(frozen(parameters()));
  sgd.learningRate = 1;
  expect(sgd.learningRate).toBe(1);
  sgd.step();
  expect(list[1]?.value.get(0, 0)).toBe(4.5);
});

test("steps are counted", () => {
  const sgd = new SGD(parameters(), { learningRate: 0.1 });
  expect(sgd.steps).toBe(0);
  sgd.step();
  sgd.step();
  expect(sgd.steps).toBe(2);
});

test("a list that the caller changes later changes nothing here", () => {
  const list = parameters();
  const sgd = new SGD(list, { learningRate: 1 });
  const [first] = list.splice(0, 2) as [Parameter];
  sgd.step();
  expect(first.value.toArray()).toEqual([[-9, 22]]);
});

describe("a step to NaN or infinity is refused, names the place, and changes nothing", () => {
  test.each([
    [
      "an infinite gradient",
      Number.POSITIVE_INFINITY,
      0.5,
      "a[0, 1] would become -Infinity",
      "its gradient Infinity",
    ],
    ["a NaN gradient", Number.NaN, 0.5, "a[0, 1] would become NaN", "its gradient NaN"],
    ["a step too far", -1e308, 10, "a[0, 1] would become Infinity", "a lower learning rate than 10"],
  ])("%s", (_, gradient, learningRate, ...parts) => {
    const list = [parameter("fine", [1], [1]), parameter("a", [3, 4], [1, gradient])];
    const sgd = new SGD(list, { learningRate });
    const before = frozen(list);
    expectError(() => sgd.step(), NonFiniteError, "SGD.step", "it is 4", ...parts);
    expect(frozen(list)).toEqual(before);
    expect(sgd.steps).toBe(0);
  });

  test("in any row, with the number of steps before", () => {
    const square: Parameter = {
      name: "w",
      role: "weight",
      value: Matrix.zeros(2, 3),
      gradient: Matrix.zeros(2, 3),
    };
    const sgd = new SGD([square], { learningRate: 1 });
    sgd.step();
    square.gradient.data[4] = Number.NEGATIVE_INFINITY;
    expectError(() => sgd.step(), NonFiniteError, "iteration 1", "w[1, 1] would become Infinity");
    expect(square.value).toEqual(Matrix.zeros(2, 3));
  });
});
