import {
  type Computed,
  Container,
  Dense,
  ELU,
  GELU,
  type Layer,
  LeakyReLU,
  Matrix,
  NonFiniteError,
  type Pass,
  PassError,
  ReLU,
  Sigmoid,
  SiLU,
  Softmax,
  Softplus,
  sequential,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError } from "../../support/expect-error.js";
import { back, Hostile, x } from "./support/hostile.js";

/** Puts a value in the place of the 5 that is in x. */
const poison = (value: number) =>
  new Hostile((x) => ({ y: x.map((element) => (element === 5 ? value : element)), back }), {
    name: "Poison",
  });

const hiding: [title: string, make: () => Layer][] = [
  ["ReLU", () => new ReLU()],
  ["Tanh", () => new Tanh()],
  ["Sigmoid", () => new Sigmoid()],
  ["LeakyReLU", () => new LeakyReLU()],
  ["ELU", () => new ELU()],
  ["GELU", () => new GELU()],
  ["GELU by tanh", () => new GELU({ approximate: "tanh" })],
  ["SiLU", () => new SiLU()],
  ["Softplus", () => new Softplus()],
  ["Softmax", () => new Softmax()],
  ["a model of ReLU", () => sequential(new ReLU())],
  ["a model of a model of Tanh", () => sequential(sequential(new Tanh()))],
];

describe.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%s", (value) => {
  const found = `Poison any -> any makes y[1, 1] ${value}; expected finite numbers`;

  test.each(hiding)("is found before %s hides it", (_title, make) => {
    const model = sequential(poison(value), make(), new Dense(3, 2));
    expectError(() => model.forward(x), NonFiniteError, "Sequential.forward: iteration 0: ", found);
    expectError(() => model.predict(x), NonFiniteError, "Sequential.predict: ", found);
    expectError(() => model.backward(Matrix.zeros(2, 2)), PassError);
  });

  const places: [title: string, make: () => Layer[]][] = [
    ["alone", () => [poison(value)]],
    ["before a Dense layer", () => [poison(value), new Dense(3, 3)]],
    ["before several layers", () => [poison(value), new Dense(3, 3), new Dense(3, 3), new ReLU()]],
    ["in a model within a model", () => [sequential(sequential(poison(value))), new Dense(3, 3)]],
  ];
  test.each(places)("is blamed on the layer that made it: %s", (_title, make) => {
    expectError(() => sequential(...make()).predict(x), NonFiniteError, "Sequential.predict: ", found);
    expectError(() => sequential(...make()).forward(x), NonFiniteError, found);
  });

  test("that was in a pass before is not held against the next", () => {
    const model = sequential(poison(value), new Tanh(), new Dense(3, 3));
    expect(() => model.forward(x)).toThrow(NonFiniteError);
    expect(() => model.predict(x)).toThrow(NonFiniteError);
    expect(model.predict(x.negate()).shape).toEqual([2, 3]);
    expect(model.forward(x.negate()).shape).toEqual([2, 3]);
  });
});

test("in one row of very many is blamed on the layer that made it, with its row", () => {
  const rows = 60_000;
  const many = Matrix.zeros(rows, 3);
  many.data[(rows - 7) * 3 + 1] = 5;
  const rowwise = Object.assign(poison(Number.NaN), { rowwise: true });
  const model = sequential(new Hostile((x) => ({ y: x, back }), { rowwise: true }), rowwise, new Dense(3, 3));
  expectError(() => model.predict(many), NonFiniteError, `Poison any -> any makes y[${rows - 7}, 1] NaN`);
});

test("that a layer makes on the way to an inner layer is found before this hides it", () => {
  class Steep extends Container<number, number, readonly [Layer]> {
    protected override compute(x: Matrix, pass: Pass): Computed {
      return pass.run(this.layers[0], x.multiply(1e308));
    }
  }
  const steep = new Dense(3, 3, { weights: () => Matrix.identity(3) });
  for (const subject of [new Steep([new Tanh()]), sequential(steep, new Steep([new Tanh()]))] as Layer[]) {
    expectError(
      () => subject.forward(x),
      NonFiniteError,
      "iteration 0: Tanh makes y[0, 1] NaN; expected finite",
    );
    expect(subject.forward(x.multiply(0.1)).shape).toEqual([2, 3]);
  }
});

// What a layer of one's own makes of an infinity is its own affair: the guide asks it to let NaN through.
test("a layer that turns an infinity into a finite number hides it", () => {
  const ones = new Hostile((x) => ({ y: x.map(() => 1), back }), { elementwise: true });
  const model = sequential(poison(Number.POSITIVE_INFINITY), ones);
  expect(model.predict(x)).toEqual(Matrix.full(2, 3, 1));
});
