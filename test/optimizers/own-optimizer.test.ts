import { Matrix, NonFiniteError, Optimizer, type Parameter, parameter, type Update } from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";

/** Adds up gradients: s ← s + g; θ ← θ − η s. */
class Summing extends Optimizer<"sum"> {
  constructor(parameters: readonly Parameter[], learningRate = 0.5) {
    super(parameters, { learningRate });
    this.keep("sum");
  }

  protected override update({ value, gradient, state: { sum } }: Update<"sum">): void {
    sum.addInPlace(gradient);
    value.subtractInPlace(sum.multiply(this.learningRate));
  }
}

function withGradient(name: string, values: number[], gradients: number[]): Parameter {
  const made = parameter(name, Matrix.fromRows([values]), "weight");
  made.gradient.assignInPlace(Matrix.fromRows([gradients]));
  return made;
}

const parameters = () => [withGradient("a", [1, 2], [10, -20]), withGradient("b", [5], [0.5])];

const states = (optimizer: Optimizer) =>
  Object.entries(optimizer.state).map(([name, matrix]) => [name, matrix.toArray()]);

test("what the rule keeps lasts from step to step and can be read by name", () => {
  const list = parameters();
  const optimizer = new Summing(list);
  optimizer.step();
  optimizer.step();
  expect(list[1]?.value.toArray()).toEqual([[5 - 0.25 - 0.5]]);
  expect(states(optimizer)).toEqual([
    ["sum.a", [[20, -40]]],
    ["sum.b", [[1]]],
  ]);
});

test("state and steps in a new optimizer continue the training", () => {
  const [one, other] = [parameters(), parameters()];
  const first = new Summing(one);
  first.step();
  const second = new Summing(other);
  for (const [i, { value }] of one.entries()) other[i]?.value.assignInPlace(value);
  for (const [name, matrix] of Object.entries(first.state)) second.state[name]?.assignInPlace(matrix);
  second.steps = first.steps;
  first.step();
  second.step();
  expect(frozen(other)).toEqual(frozen(one));
  expect(states(second)).toEqual(states(first));
  expect(second.steps).toBe(2);
});

test("parameters with one name have a state each", () => {
  const list = ["w", "w", "w.2", "w"].map((name, i) => withGradient(name, [0], [i]));
  const optimizer = new Summing(list);
  optimizer.step();
  expect(states(optimizer)).toEqual([
    ["sum.w", [[0]]],
    ["sum.w.2", [[1]]],
    ["sum.w.2.2", [[2]]],
    ["sum.w.3", [[3]]],
  ]);
});

test("an option that the rule does not name is refused", () => {
  class Still extends Optimizer {
    protected override update(): void {}
  }
  class Named extends Optimizer {
    constructor(parameters: readonly Parameter[], options: { learningRate: number; own?: number }) {
      super(parameters, options, ["own"]);
    }
    protected override update(): void {}
  }
  const options = { learningRate: 1, own: 5 };
  expect(new Named([], options).learningRate).toBe(1);
  expect(() => new Still([], options)).toThrow(
    new TypeError('Still: unknown option "own"; expected learningRate, weightDecay, decayBiases'),
  );
});

describe("a step happens whole or not at all", () => {
  test("if a number kept for a parameter would become infinite", () => {
    class Squaring extends Summing {
      protected override update({ value, gradient, state: { sum } }: Update<"sum">): void {
        sum.addInPlace(gradient.multiply(gradient));
        value.subtractInPlace(gradient);
      }
    }
    const list = [...parameters(), withGradient("last", [1, 2], [1, 3])];
    const optimizer = new Squaring(list);
    optimizer.step();
    list[2]?.gradient.data.set([1, 1e200]);
    const before = frozen(list);
    const kept = states(optimizer);
    expectError(
      () => optimizer.step(),
      NonFiniteError,
      "Squaring.step: iteration 1: sum.last[0, 1] would become Infinity (it is 9, its gradient 1e+200)",
    );
    expect(frozen(list)).toEqual(before);
    expect(states(optimizer)).toEqual(kept);
    expect(optimizer.steps).toBe(1);
  });

  test("if the rule fails at a later parameter", () => {
    class Failing extends Summing {
      protected override update(update: Update<"sum">): void {
        super.update(update);
        if (update.value.cols === 1) throw new Error("text");
      }
    }
    const list = parameters();
    const optimizer = new Failing(list);
    expect(() => optimizer.step()).toThrow("text");
    expect(frozen(list)).toEqual(frozen(parameters()));
    expect(optimizer.state["sum.a"]?.toArray()).toEqual([[0, 0]]);
    expect(optimizer.steps).toBe(0);
  });
});
