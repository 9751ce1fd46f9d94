import { type Layer, Matrix } from "spiralnet";
import { expect, test } from "vitest";
import { distance } from "../../support/distance.js";
import { golden } from "../../support/golden.js";
import { Conv2D, type Conv2DOptions } from "./support/conv2d.js";
import { RNN, type RNNOptions } from "./support/rnn.js";

type Rows = number[][];
type Values = Readonly<Record<string, Rows | number[]>>;

interface Case {
  readonly layer: keyof typeof makers;
  readonly options: Conv2DOptions & RNNOptions;
  readonly parameters: Values;
  readonly gradients: Values;
  readonly x: Rows;
  readonly gradient: Rows;
  readonly y: Rows;
  readonly dx: Rows;
}

const makers = {
  Conv2D: (options: Case["options"]) => new Conv2D(options),
  RNN: (options: Case["options"]) => new RNN(options),
} satisfies Record<string, (options: Case["options"]) => Layer>;

const cases = golden<Case>("open-layers");

function layerOf({ layer, options, parameters }: Case): Layer {
  const made = makers[layer](options);
  for (const parameter of made.parameters) {
    const { rows, cols } = parameter.value;
    parameter.value = Matrix.fromArray((parameters[parameter.name] as Rows).flat(), rows, cols);
  }
  return made;
}

const titled = cases.map((one, i) => [one.layer, i, one] as const);

test.each(titled)("%s gives PyTorch's results and gradients (case %i)", (_name, _i, one) => {
  const layer = layerOf(one);
  expect(distance(layer.forward(Matrix.fromRows(one.x)), one.y, 1)).toBeLessThan(1e-13);
  const dx = layer.backward(Matrix.fromRows(one.gradient), { inputGradient: true });
  expect(distance(dx, one.dx, 1)).toBeLessThan(1e-12);
  expect(layer.parameters.map(({ name }) => name)).toEqual(Object.keys(one.gradients));
  for (const { name, gradient } of layer.parameters) {
    expect(distance(gradient, one.gradients[name] as Rows, 1)).toBeLessThan(1e-13);
  }
});

test.each(titled)("%s predicts the same (case %i)", (_name, _i, one) => {
  expect(distance(layerOf(one).predict(Matrix.fromRows(one.x)), one.y, 1)).toBeLessThan(1e-13);
});

test("every layer with golden values has cases", () => {
  expect(new Set(cases.map(({ layer }) => layer))).toEqual(new Set(Object.keys(makers)));
});
