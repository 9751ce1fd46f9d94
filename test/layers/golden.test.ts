import { Dense, type Layer, Matrix, ReLU, Sigmoid, Tanh } from "spiralnet";
import { expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { golden } from "../support/golden.js";

type Rows = number[][];

interface Case {
  readonly layer: "Dense" | "ReLU" | "Sigmoid" | "Tanh";
  readonly x: Rows;
  readonly gradient: Rows;
  readonly y: Rows;
  readonly dx: Rows;
  readonly weights?: Rows;
  readonly biases?: Rows;
  readonly dWeights?: Rows;
  readonly dBiases?: Rows;
}

const cases = golden<Case>("layers");

/** Rows of numbers as a matrix, even if there are none. */
function matrix(rows: Rows, cols: number): Matrix {
  return Matrix.fromArray(rows.flat(), rows.length, cols);
}

function layerOf({ layer, weights = [], biases = [] }: Case): Layer {
  if (layer === "ReLU") return new ReLU();
  if (layer === "Sigmoid") return new Sigmoid();
  if (layer === "Tanh") return new Tanh();
  return new Dense(weights.length, weights[0]?.length ?? 0, {
    weights: () => Matrix.fromRows(weights),
    biases: () => Matrix.fromRows(biases),
  });
}

test.each(cases.map((one, i) => [one.layer, i, one] as const))(
  "%s gives PyTorch's results and gradients (case %i)",
  (_name, _i, one) => {
    const layer = layerOf(one);
    const inputs = one.weights?.length ?? one.x[0]?.length ?? 0;
    const x = matrix(one.x, inputs);
    const outputs = one.weights?.[0]?.length ?? inputs;
    expect(distance(layer.forward(x), one.y, 1)).toBeLessThan(1e-14);
    expect(distance(layer.predict(x), one.y, 1)).toBeLessThan(1e-14);
    expect(
      distance(layer.backward(matrix(one.gradient, outputs), { inputGradient: true }), one.dx, 1),
    ).toBeLessThan(1e-14);
    if (layer instanceof Dense) {
      expect(distance(layer.weights.gradient, one.dWeights ?? [], 1)).toBeLessThan(1e-14);
      expect(distance(layer.biases.gradient, one.dBiases ?? [], 1)).toBeLessThan(1e-14);
    }
  },
);

test.each(["Sigmoid", "Tanh"] as const)("%s is right far from 0, where it is tiny", (name) => {
  const far = cases.filter(({ layer, x }) => layer === name && x[0]?.length === 4);
  for (const one of far) {
    const layer = layerOf(one);
    expect(distance(layer.predict(Matrix.fromRows(one.x)), one.y)).toBeLessThan(1e-15);
  }
  expect(far).toHaveLength(1);
});
