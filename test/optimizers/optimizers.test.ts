import * as fc from "fast-check";
import {
  Adagrad,
  Adam,
  AdamW,
  L2,
  Matrix,
  NonFiniteError,
  type Optimizer,
  type Parameter,
  parameter,
  RandomState,
  RMSProp,
  SGD,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";

type Make = (parameters: readonly Parameter[]) => Optimizer;

/** An optimizer of each kind, with all that it can keep, and the names of that. */
const kinds: readonly [name: string, make: Make, state: readonly string[]][] = [
  ["SGD", (p) => new SGD(p, { learningRate: 0.1 }), []],
  [
    "SGD with momentum",
    (p) => new SGD(p, { learningRate: 0.1, momentum: 0.9, dampening: 0.5 }),
    ["momentum"],
  ],
  [
    "SGD of Nesterov",
    (p) => new SGD(p, { learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.1 }),
    ["momentum"],
  ],
  ["RMSProp", (p) => new RMSProp(p, { learningRate: 0.1, weightDecay: 0.1 }), ["meanSquare"]],
  [
    "RMSProp with momentum",
    (p) => new RMSProp(p, { learningRate: 0.1, momentum: 0.5 }),
    ["meanSquare", "momentum"],
  ],
  ["Adagrad", (p) => new Adagrad(p, { learningRate: 0.1, initialAccumulator: 0.5 }), ["sumOfSquares"]],
  ["Adam", (p) => new Adam(p, { learningRate: 0.1, weightDecay: 0.1 }), ["firstMoment", "secondMoment"]],
  ["AdamW", (p) => new AdamW(p, { learningRate: 0.1 }), ["firstMoment", "secondMoment"]],
];

function parameters(): [weights: Parameter, biases: Parameter] {
  const random = new RandomState(3);
  return [
    parameter("0.weights", random.randn(40, 15), "weight"),
    parameter("0.biases", random.randn(1, 15), "bias"),
  ];
}

/** Takes steps with gradients that depend on nothing but the number of the step. */
function train(optimizer: Optimizer, count: number): void {
  for (let i = 0; i < count; i++) {
    const random = new RandomState(optimizer.steps);
    for (const { value, gradient } of optimizer.parameters) {
      gradient.assignInPlace(random.randn(value.rows, value.cols));
    }
    optimizer.step();
  }
}

const numbersOf = (optimizer: Optimizer) => [
  optimizer.steps,
  ...optimizer.parameters.map(({ value }) => value.copy()),
  ...Object.values(optimizer.state).map((matrix) => matrix.copy()),
];

describe.each(kinds)("%s", (_, make, kept) => {
  test("names what it keeps for its part in the rule and its parameter", () => {
    const { state } = make(parameters());
    expect(Object.keys(state)).toEqual(kept.flatMap((slot) => [`${slot}.0.weights`, `${slot}.0.biases`]));
    expect(Object.values(state).map(({ shape }) => shape)).toEqual(
      kept.flatMap(() => [
        [40, 15],
        [1, 15],
      ]),
    );
  });

  test("goes on from values, state and steps to the same bits", () => {
    const first = make(parameters());
    train(first, 5);
    const second = make(parameters());
    for (const [i, { value }] of first.parameters.entries()) {
      (second.parameters[i] as Parameter).value = value;
    }
    for (const [name, matrix] of Object.entries(first.state)) second.state[name]?.assignInPlace(matrix);
    second.steps = first.steps;
    train(first, 5);
    train(second, 5);
    expect(numbersOf(second)).toEqual(numbersOf(first));
  });

  test("does not go on alike without the steps and the state", () => {
    const first = make(parameters());
    const keeps = Object.keys(first.state).length > 0;
    train(first, 5);
    const second = make(first.parameters.map(({ name, value, role }) => parameter(name, value, role)));
    train(first, 1);
    second.parameters.forEach(({ gradient }, i) => {
      gradient.assignInPlace((first.parameters[i] as Parameter).gradient);
    });
    second.step();
    expect(distance(second.parameters[0]?.value as Matrix, first.parameters[0]?.value as Matrix) > 1e-9).toBe(
      keeps,
    );
  });

  test("has changed nothing after a step that was refused", () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const list = parameters();
      const optimizer = make(list);
      train(optimizer, 3);
      const { gradient } = list[1];
      const right = gradient.copy();
      gradient.data[4] = wrong;
      const before = numbersOf(optimizer);
      expectError(
        () => optimizer.step(),
        NonFiniteError,
        `${optimizer.name}.step: iteration 3: 0.biases[0, 4] would`,
      );
      expect(numbersOf(optimizer)).toEqual(before);

      gradient.assignInPlace(right);
      const other = make(parameters());
      train(optimizer, 3);
      train(other, 6);
      expect(numbersOf(optimizer)).toEqual(numbersOf(other));
    }
  });

  test("leaves gradients as they are", () => {
    const list = parameters();
    const optimizer = make(list);
    train(optimizer, 1);
    const before = list.map(({ gradient }) => gradient.copy());
    optimizer.step();
    expect(list.map(({ gradient }) => gradient)).toEqual(before);
  });

  test("moves nothing at a learning rate of 0", () => {
    const list = parameters();
    const optimizer = make(list);
    optimizer.learningRate = 0;
    train(optimizer, 3);
    expect(list.map(({ value }) => value)).toEqual(parameters().map(({ value }) => value));
    expect(optimizer.steps).toBe(3);
  });

  test("takes no parameters, and empty ones", () => {
    for (const list of [[], [parameter("none", Matrix.zeros(0, 3), "weight")]]) {
      const optimizer = make(list);
      optimizer.step();
      expect(optimizer.steps).toBe(1);
    }
  });
});

test("SGD with decay of the weights alone gives the bits of L2 and SGD, one after the other", () => {
  const [one, other] = [parameters(), parameters()];
  const decaying = new SGD(one, { learningRate: 0.1, weightDecay: 0.3, decayBiases: false });
  const plain = new SGD(other, { learningRate: 0.1 });
  const l2 = new L2(0.3);
  const random = new RandomState(1);
  for (let i = 0; i < 3; i++) {
    for (const j of [0, 1] as const) {
      const { value } = one[j];
      const gradient = random.randn(value.rows, value.cols);
      one[j].gradient.assignInPlace(gradient);
      other[j].gradient.assignInPlace(gradient);
    }
    decaying.step();
    l2.apply(other);
    plain.step();
  }
  expect(one.map(({ value }) => value)).toEqual(other.map(({ value }) => value));
});

test.each(kinds.filter(([, make]) => make([]).weightDecay > 0))(
  "weight decay of %s shrinks weights and biases",
  (_, make) => {
    const list = [
      parameter("w", Matrix.full(1, 1, 4), "weight"),
      parameter("b", Matrix.full(1, 1, 4), "bias"),
    ];
    make(list).step();
    for (const { value } of list) expect(value.get(0, 0)).toBeLessThan(4);
  },
);

test.each([
  ["SGD", SGD],
  ["RMSProp", RMSProp],
  ["Adagrad", Adagrad],
  ["Adam", Adam],
  ["AdamW", AdamW],
])("%s leaves biases alone if decayBiases is false", (_, Kind) => {
  const list = [parameter("w", Matrix.full(1, 1, 4), "weight"), parameter("b", Matrix.full(1, 1, 4), "bias")];
  new Kind(list, { learningRate: 0.1, weightDecay: 0.1, decayBiases: false }).step();
  expect(list[0]?.value.get(0, 0)).toBeLessThan(4);
  expect(list[1]?.value.get(0, 0)).toBe(4);
});

test("the first step of Adam is the learning rate, against the sign of the gradient", () => {
  const gradients = fc.double({ min: 1e-3, max: 1e150, noNaN: true });
  fc.assert(
    fc.property(
      gradients,
      fc.boolean(),
      fc.double({ min: 1e-3, max: 1, noNaN: true }),
      (size, up, learningRate) => {
        const p = parameter("p", Matrix.zeros(1, 1), "weight");
        p.gradient.assignInPlace(up ? size : -size);
        new Adam([p], { learningRate, epsilon: 1e-30 }).step();
        expect(distance(p.value, [up ? -learningRate : learningRate])).toBeLessThan(1e-14);
      },
    ),
  );
});

test("dampening does not touch the first gradient", () => {
  const p = parameter("p", Matrix.zeros(1, 1), "weight");
  p.gradient.assignInPlace(1);
  const sgd = new SGD([p], { learningRate: 1, momentum: 0.5, dampening: 0.75 });
  sgd.step();
  expect(sgd.state["momentum.p"]).toEqual(Matrix.full(1, 1, 1));
  sgd.step();
  expect(sgd.state["momentum.p"]).toEqual(Matrix.full(1, 1, 0.5 + 0.25));
});

test("options can be read", () => {
  const common = { learningRate: 0.5, weightDecay: 0.25 };
  expect(new SGD([], { ...common, momentum: 0.5, nesterov: true })).toMatchObject({
    ...common,
    ...{ momentum: 0.5, dampening: 0, nesterov: true },
  });
  expect(new RMSProp([], { learningRate: 1 })).toMatchObject({ decay: 0.99, momentum: 0, epsilon: 1e-8 });
  expect(new Adagrad([], { learningRate: 1 })).toMatchObject({ initialAccumulator: 0, epsilon: 1e-10 });
  const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
  expect(new Adam([], { learningRate: 1 })).toMatchObject({ ...adam, weightDecay: 0 });
  expect(new AdamW([], { learningRate: 1, weightDecay: undefined })).toMatchObject({
    ...adam,
    weightDecay: 0.01,
  });
  expect(new AdamW([], { learningRate: 1, weightDecay: 0 }).weightDecay).toBe(0);
});

const failures: Failure[] = [
  [
    "a negative momentum",
    () => new SGD([], { learningRate: 1, momentum: -1 }),
    RangeError,
    "SGD: momentum is -1",
  ],
  [
    "Nesterov without momentum",
    () => new SGD([], { learningRate: 1, nesterov: true }),
    RangeError,
    "SGD: momentum with nesterov is 0; expected a number above 0",
  ],
  [
    "Nesterov with dampening",
    () => new SGD([], { learningRate: 1, nesterov: true, momentum: 1, dampening: 0.5 }),
    RangeError,
    "SGD: dampening with nesterov is 0.5; expected 0",
  ],
  [
    "a negative dampening",
    () => new SGD([], { learningRate: 1, dampening: -1 }),
    RangeError,
    "SGD: dampening is -1",
  ],
  [
    "Nesterov as a number",
    () => new SGD([], { learningRate: 1, nesterov: 1 as never }),
    TypeError,
    "SGD: nesterov is 1; expected true or false",
  ],
  [
    "a decay of biases that is a number",
    () => new SGD([], { learningRate: 1, decayBiases: 0 as never }),
    TypeError,
    "SGD: decayBiases is 0; expected true or false",
  ],
  [
    "a negative weight decay",
    () => new Adam([], { learningRate: 1, weightDecay: -1 }),
    RangeError,
    "Adam: weightDecay",
  ],
  [
    "beta1 of 1",
    () => new AdamW([], { learningRate: 1, beta1: 1 }),
    RangeError,
    "AdamW: beta1 is 1",
    "less than 1",
  ],
  [
    "beta2 of 1",
    () => new Adam([], { learningRate: 1, beta2: 1 }),
    RangeError,
    "Adam: beta2 is 1",
    "less than 1",
  ],
  ["an epsilon of 0", () => new Adam([], { learningRate: 1, epsilon: 0 }), RangeError, "Adam: epsilon is 0"],
  ["a decay of 1", () => new RMSProp([], { learningRate: 1, decay: 1 }), RangeError, "RMSProp: decay is 1"],
  [
    "a negative momentum of RMSProp",
    () => new RMSProp([], { learningRate: 1, momentum: -1 }),
    RangeError,
    "RMSProp: momentum is -1",
  ],
  [
    "an epsilon of 0 for RMSProp",
    () => new RMSProp([], { learningRate: 1, epsilon: 0 }),
    RangeError,
    "RMSProp: epsilon is 0",
  ],
  [
    "an epsilon of 0 for Adagrad",
    () => new Adagrad([], { learningRate: 1, epsilon: 0 }),
    RangeError,
    "Adagrad: epsilon is 0",
  ],
  [
    "a negative accumulator",
    () => new Adagrad([], { learningRate: 1, initialAccumulator: -0.1 }),
    RangeError,
    "Adagrad: initialAccumulator is -0.1",
  ],
  [
    "PyTorch's name of an option",
    () => new Adam([], { learningRate: 1, betas: [0.9, 0.99] } as never),
    TypeError,
    'Adam: unknown option "betas"',
    "learningRate, weightDecay, decayBiases, beta1, beta2, epsilon",
  ],
  [
    "half a step",
    () => {
      new Adam([], { learningRate: 1 }).steps = 0.5;
    },
    RangeError,
    "Adam: steps is 0.5",
  ],
];
test.each(failures)("%s is refused", (_title, call, kind, ...parts) => {
  expectError(call, kind, ...parts);
});

test("a second moment that would overflow is refused by name", () => {
  const p = parameter("p", Matrix.zeros(1, 2), "weight");
  p.gradient.data[1] = 1e200;
  expectError(
    () => new Adam([p], { learningRate: 1 }).step(),
    NonFiniteError,
    "Adam.step: iteration 0: secondMoment.p[0, 1] would become Infinity (it is 0, its gradient 1e+200)",
  );
  expect(frozen([p])[0]).toEqual([0, 0]);
});
