import { BatchNorm, LayerNorm, Matrix } from "spiralnet";
import { expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { golden } from "../support/golden.js";

type Rows = number[][];

interface Case {
  readonly layer: "BatchNorm" | "LayerNorm";
  readonly options: { readonly width: number; readonly momentum?: number; readonly epsilon: number };
  readonly parameters: { readonly scale: number[]; readonly shift: number[] };
  readonly batches: Rows[];
  readonly gradient: Rows;
  readonly y: Rows;
  readonly dx: Rows;
  readonly gradients: { readonly scale: number[]; readonly shift: number[] };
}

interface BatchNormCase extends Case {
  readonly means: number[];
  readonly variances: number[];
  readonly predicted: Rows;
}

const cases = golden<Case>("normalization");

function layerOf({ layer, options, parameters }: Case): BatchNorm | LayerNorm {
  const { width, ...others } = options;
  const made = layer === "BatchNorm" ? new BatchNorm(width, others) : new LayerNorm(width, others);
  made.scale.value = Matrix.fromRows([parameters.scale]);
  made.shift.value = Matrix.fromRows([parameters.shift]);
  return made;
}

/** The largest error, relative to the largest expected number. */
function error(actual: Matrix, expected: Rows | number[]): number {
  return distance(actual, expected, Math.max(...expected.flat().map(Math.abs)));
}

const titled = cases.map((one, i) => [one.layer, i, one] as const);

test.each(titled)("%s gives PyTorch's results and gradients (case %i)", (_name, _i, one) => {
  const layer = layerOf(one);
  const [y] = one.batches.map((x) => layer.forward(Matrix.fromRows(x))).slice(-1) as [Matrix];
  expect(error(y, one.y)).toBeLessThan(1e-13);
  const dx = layer.backward(Matrix.fromRows(one.gradient), { inputGradient: true });
  expect(error(dx, one.dx)).toBeLessThan(1e-12);
  expect(error(layer.scale.gradient, one.gradients.scale)).toBeLessThan(1e-13);
  expect(error(layer.shift.gradient, one.gradients.shift)).toBeLessThan(1e-13);
});

test.each(titled.filter(([name]) => name === "LayerNorm"))(
  "%s predicts the same (case %i)",
  (_name, _i, one) => {
    expect(error(layerOf(one).predict(Matrix.fromRows(one.batches[0] as Rows)), one.y)).toBeLessThan(1e-13);
  },
);

test.each(titled.filter(([name]) => name === "BatchNorm"))(
  "%s has PyTorch's running statistics, and predicts with them (case %i)",
  (_name, _i, one) => {
    const { batches, means, variances, predicted } = one as BatchNormCase;
    const layer = layerOf(one) as BatchNorm;
    for (const x of batches) layer.forward(Matrix.fromRows(x));
    expect(distance(layer.means, means)).toBeLessThan(1e-12);
    expect(distance(layer.variances, variances)).toBeLessThan(1e-12);
    expect(error(layer.predict(Matrix.fromRows(batches[0] as Rows)), predicted)).toBeLessThan(1e-13);
  },
);

test("both layers have cases", () => {
  expect(new Set(cases.map(({ layer }) => layer))).toEqual(new Set(["BatchNorm", "LayerNorm"]));
});
