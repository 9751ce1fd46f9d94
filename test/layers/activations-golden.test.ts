import { ELU, GELU, type Layer, LeakyReLU, Matrix, SiLU, Softmax, Softplus } from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { golden } from "../support/golden.js";

type Rows = number[][];

interface Case {
  readonly layer: "LeakyReLU" | "ELU" | "GELU" | "SiLU" | "Softplus" | "Softmax";
  readonly parameter?: number | "none" | "tanh";
  readonly x: Rows;
  readonly gradient: Rows;
  /** PyTorch's y and dL/dx, with null for NaN. */
  readonly y: (number | null)[][];
  readonly dx: (number | null)[][];
  /** y to the last digit. */
  readonly exactY: Rows;
  /** dy/dx of an activation. */
  readonly exactSlope?: Rows;
  /** dL/dx of Softmax. */
  readonly exactDx?: Rows;
}

const cases = golden<Case>("activations");

function layerOf({ layer, parameter }: Case): Layer {
  switch (layer) {
    case "LeakyReLU":
      return new LeakyReLU(parameter as number);
    case "ELU":
      return new ELU(parameter as number);
    case "GELU":
      return new GELU({ approximate: parameter as "none" | "tanh" });
    case "SiLU":
      return new SiLU();
    case "Softplus":
      return new Softplus(parameter as number);
    case "Softmax":
      return new Softmax();
  }
}

/** What PyTorch gives, and our own number for the NaN that it gives at ±1e300. */
const known = (rows: Case["y"], own: Matrix) =>
  rows.map((row, i) => row.map((value, j) => value ?? own.get(i, j)));

describe.each(cases.map((one, i) => [one.layer, one.parameter ?? "", i, one] as const))(
  "%s %s (case %i)",
  (_layer, _parameter, _i, one) => {
    const layer = layerOf(one);
    const x = Matrix.fromRows(one.x);
    const y = layer.forward(x);
    const dx = layer.backward(Matrix.fromRows(one.gradient), { inputGradient: true });

    test("gives PyTorch's results and gradients, up to the digits that it loses", () => {
      expect(distance(y, known(one.y, y), 1)).toBeLessThan(1e-14);
      expect(distance(layer.predict(x), known(one.y, y), 1)).toBeLessThan(1e-14);
      expect(distance(dx, known(one.dx, dx), 1)).toBeLessThan(1e-14);
    });

    test("is exact, however small or large the result", () => {
      // Below 1e-300 a float64 has fewer digits.
      expect(distance(y, one.exactY, 1e-300)).toBeLessThan(1e-13);
    });

    if (one.exactSlope === undefined) return;
    const { exactSlope } = one;
    test("so are its slopes", () => {
      layer.forward(x);
      const slopes = layer.backward(Matrix.full(x.rows, x.cols, 1), { inputGradient: true });
      expect(distance(slopes, exactSlope, 1e-300)).toBeLessThan(2e-13);
      expect(dx).toEqual(slopes.multiply(Matrix.fromRows(one.gradient)));
    });
  },
);

test.each(cases.filter(({ layer }) => layer === "Softmax"))("Softmax's gradient is as small as y", (one) => {
  const softmax = new Softmax();
  softmax.forward(Matrix.fromRows(one.x));
  const dx = softmax.backward(Matrix.fromRows(one.gradient), { inputGradient: true });
  const errors = dx.subtract(Matrix.fromRows(one.exactDx as Rows)).abs();
  // y (G - mean): the difference may cancel, but never y.
  const allowed = Matrix.fromRows(one.exactY).multiply(1e-13);
  expect(errors.subtract(allowed).max()).toBeLessThanOrEqual(0);
});
