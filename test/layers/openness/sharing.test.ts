import { Dense, parameter, RandomState, ReLU, SGD, sequential, Tanh } from "spiralnet";
import { expect, test } from "vitest";
import { distance } from "../../support/distance.js";
import { Linear } from "./support/linear.js";
import { gradientsOf, step, stepBack } from "./support/steps.js";

const random = new RandomState(0);

test("two layers with one weight list it once, and its gradient is the sum of both", () => {
  const weights = parameter("weights", random.randn(4, 2), "weight");
  const tied = sequential(new Linear(weights), new Tanh(), new Linear(weights, true));
  expect(tied.parameters.map(({ name }) => name)).toEqual(["0.weights"]);

  const [first, second] = ["first", "second"].map((name) => parameter(name, weights.value, "weight")) as [
    typeof weights,
    typeof weights,
  ];
  const untied = sequential(new Linear(first), new Tanh(), new Linear(second, true));
  const [x, gradient] = [random.randn(5, 4), random.randn(5, 4)];
  expect(step(tied, x, gradient).slice(0, 2)).toEqual(step(untied, x, gradient).slice(0, 2));
  expect(distance(weights.gradient, first.gradient.add(second.gradient), 1)).toBeLessThan(1e-14);
});

test("a layer in two places gets the sum of both gradients and is stepped once", () => {
  const shared = new Dense(3, 3, { random });
  const copies = [0, 1].map(() => {
    const copy = new Dense(3, 3);
    copy.weights.value = shared.weights.value;
    copy.biases.value = shared.biases.value;
    return copy;
  }) as [Dense<3, 3>, Dense<3, 3>];
  const twice = sequential(shared, new ReLU(), shared);
  const apart = sequential(copies[0], new ReLU(), copies[1]);
  const [x, gradient] = [random.randn(5, 3), random.randn(5, 3)];
  expect(step(twice, x, gradient).slice(0, 2)).toEqual(step(apart, x, gradient).slice(0, 2));
  const sum = copies[0].weights.gradient.add(copies[1].weights.gradient);
  expect(distance(shared.weights.gradient, sum, 1)).toBeLessThan(1e-14);

  expect(twice.parameters).toHaveLength(2);
  const before = shared.weights.value.copy();
  new SGD(twice.parameters, { learningRate: 0.5 }).step();
  expect(shared.weights.value.equals(before.subtract(shared.weights.gradient.multiply(0.5)))).toBe(true);
});

test("a layer in two models takes part in passes of both at the same time", () => {
  const make = () => {
    const same = new RandomState(1);
    const shared = new Dense(3, 3, { random: same });
    const a = sequential(shared, new Tanh(), new Dense(3, 2, { random: same }));
    return { shared, a, b: sequential(new Dense(2, 3, { random: same }), new ReLU(), shared) };
  };
  const [woven, plain] = [make(), make()];
  const [xa, xb, ga, gb] = [random.randn(4, 3), random.randn(6, 2), random.randn(4, 2), random.randn(6, 3)];

  woven.a.forward(xa);
  woven.b.forward(xb);
  woven.shared.forward(random.randn(2, 3));
  const backThroughA = stepBack(woven.a, ga);
  const backThroughB = stepBack(woven.b, gb);

  expect(backThroughA).toEqual(step(plain.a, xa, ga).slice(1));
  expect(backThroughB).toEqual(step(plain.b, xb, gb).slice(1));
});

test("a pass of a layer's own stays open while a model that it stands in goes forward and back", () => {
  const make = () => new Dense(3, 3, { random: new RandomState(2) });
  const [inModel, alone] = [make(), make()];
  const [x, gradient] = [random.randn(4, 3), random.randn(4, 3)];
  const model = sequential(inModel, new Tanh());
  inModel.forward(x);
  step(model, random.randn(7, 3), random.randn(7, 3));
  expect(stepBack(inModel, gradient)).toEqual(step(alone, x, gradient).slice(1));
  expect(gradientsOf(inModel)).toEqual(gradientsOf(alone));
});
