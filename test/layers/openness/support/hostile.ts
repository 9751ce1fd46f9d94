import { type Computed, Layer, Matrix, type Pass } from "spiralnet";

/** A layer with formulas, and claims about itself, that no compiler has seen. */
export class Hostile extends Layer {
  constructor(
    private readonly formulas: (x: Matrix, pass: Pass) => unknown,
    claims: object = {},
  ) {
    super();
    Object.assign(this, claims);
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    return this.formulas(x, pass) as Computed;
  }
}

/** The way back of a layer that returns x. */
export const back = (gradient: Matrix): Matrix => gradient;

/** What hostile layers get. */
export const x = Matrix.fromRows([
  [1, -2, 3],
  [4, 5, -6],
]);
