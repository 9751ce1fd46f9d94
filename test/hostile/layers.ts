import {
  Activation,
  type Computed,
  Container,
  Dense,
  type Layer,
  Matrix,
  type Parameter,
  parameter,
  RandomState,
  ReLU,
  Sequential,
  Sigmoid,
  sequential,
  Tanh,
  zeros,
} from "spiralnet";
import { type Hostile, matrices, matrix, noOptions } from "../support/hostile-values.js";
import type { Entry } from "../support/test-hostile-values.js";

/** Values and gradients. */
export const numbersOf = (parameters: readonly Parameter[]) =>
  parameters.map(({ value, gradient }) => [value.toArray(), gradient.toArray()]);

/**
 * A layer between two passes: its gradients are those of the first, and the second waits for its way back.
 */
export function between(layer: Layer): Layer {
  layer.forward(matrix());
  layer.backward(matrix());
  layer.forward(Matrix.full(3, 3, 2));
  return layer;
}

/** A layer's numbers, and what the open pass gives. */
export function observeLayer(layer: Layer): unknown {
  const numbers = numbersOf(layer.parameters);
  const dx = layer.backward(Matrix.full(3, 3, 1), { inputGradient: true }).toArray();
  return [numbers, dx, numbersOf(layer.parameters)];
}

class Chain extends Container {
  protected override compute(x: Matrix): Computed {
    return { y: x, back: (gradient) => gradient };
  }
}

class Custom extends Activation {
  constructor(
    protected override readonly f: (x: number) => number,
    protected override readonly slope: (x: number) => number,
  ) {
    super();
  }
}

const dense = () => new Dense(3, 3, { random: new RandomState(1) });
const layers: readonly [name: string, make: () => Layer][] = [
  ["Dense", dense],
  ["ReLU", () => new ReLU()],
  ["Sigmoid", () => new Sigmoid()],
  ["Tanh", () => new Tanh()],
  ["Sequential", () => sequential(dense(), new Tanh(), dense())],
];

/** The passes of a layer that takes a 3 x 3 matrix and gives one. */
export function passesOf(name: string, make: () => Layer): readonly Entry[] {
  const on = { subject: () => between(make()), observe: observeLayer };
  return [
    {
      ...on,
      name: `${name}.forward`,
      call: (layer: Layer, x) => layer.forward(x),
      arguments: [["x", matrix, matrices]],
    },
    {
      ...on,
      name: `${name}.predict`,
      call: (layer: Layer, x) => layer.predict(x),
      arguments: [["x", matrix, matrices]],
    },
    {
      ...on,
      name: `${name}.backward`,
      call: (layer: Layer, gradient, options) => layer.backward(gradient, options) ?? null,
      arguments: [
        ["gradient", matrix, matrices],
        ["options", () => ({ inputGradient: true }), noOptions],
      ],
    },
    {
      ...on,
      name: `${name}.backward with parts of its options`,
      call: (layer: Layer, inputGradient) => layer.backward(matrix(), { inputGradient }) ?? null,
      arguments: [["inputGradient", () => true, ["undefined", "true"]]],
    },
  ];
}

const strings: readonly Hostile[] = ["a string", "an empty string", "a very long string"];
const width = () => 3;

export const layerEntries: readonly Entry[] = [
  ...layers.flatMap(([name, make]) => passesOf(name, make)),
  {
    name: "parameter",
    call: (_random, name, value, role) => parameter(name, value, role),
    arguments: [
      ["name", () => "slope", strings],
      ["value", matrix, matrices],
      ["role", () => "weight"],
    ],
  },
  {
    name: "parameter, assigning its value",
    subject: () => parameter("slope", matrix(), "weight"),
    observe: (own: Parameter) => numbersOf([own]),
    call: (own: Parameter, value) => {
      own.value = value;
      return own.value;
    },
    arguments: [["value", matrix, matrices]],
  },
  {
    name: "sequential, assigning the value of a parameter",
    subject: () => sequential(dense()),
    observe: (model: Layer) => numbersOf(model.parameters),
    call: ({ parameters: [weights] }: Layer, value) => {
      (weights as Parameter).value = value;
      return (weights as Parameter).value;
    },
    arguments: [["value", matrix, matrices]],
  },
  {
    name: "new Dense",
    call: (random: RandomState, inputs, outputs, options) => {
      const layer = new Dense(inputs, outputs, options === undefined ? { random } : options);
      return numbersOf(layer.parameters);
    },
    arguments: [
      ["inputs", width],
      ["outputs", width],
      ["options", () => undefined, noOptions],
    ],
  },
  {
    name: "new Dense with weights and a generator",
    call: (_random, weights, random) => numbersOf(new Dense(2, 3, { weights, random }).parameters),
    arguments: [
      ["weights", () => undefined, ["undefined"]],
      ["random", () => undefined, ["undefined"]],
    ],
  },
  {
    name: "new Dense with biases",
    call: (_random, biases) => numbersOf(new Dense(2, 3, { weights: zeros, biases }).parameters),
    arguments: [["biases", () => undefined, ["undefined"]]],
  },
  {
    name: "new Dense with what an initializer makes",
    call: (_random, made) => numbersOf(new Dense(3, 3, { weights: () => made }).parameters),
    arguments: [["weights", matrix, matrices]],
  },
  {
    name: "sequential",
    subject: () => between(dense()),
    observe: observeLayer,
    call: (layer: Layer, first, last) => numbersOf(sequential(first, layer, last).parameters),
    arguments: [
      ["layer 0", () => new ReLU()],
      ["layer 2", () => new ReLU()],
    ],
  },
  {
    name: "new Sequential",
    call: (_random, list) => numbersOf(new Sequential(list).parameters),
    arguments: [["layers", () => [dense(), new ReLU()]]],
  },
  {
    name: "new Container",
    call: (_random, list) => numbersOf(new Chain(list).parameters),
    arguments: [["layers", () => [dense(), new ReLU()]]],
  },
  {
    name: "Activation with functions of its own",
    call: (_random, f, slope) => {
      const layer = new Custom(f, slope);
      layer.forward(matrix());
      return layer.backward(matrix(), { inputGradient: true });
    },
    arguments: [
      ["f", () => (x: number) => 2 * x, ["a function"]],
      ["slope", () => () => 2, ["a function"]],
    ],
  },
];
