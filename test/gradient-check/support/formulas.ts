import { type Computed, Layer, type Matrix, type Parameter, type Pass } from "spiralnet";

/** A layer of a function: what it makes of x, and the way back. */
export class Formulas extends Layer {
  constructor(
    private readonly formulas: (x: Matrix, pass: Pass) => Computed,
    override readonly parameters: readonly Parameter[] = [],
    override readonly state: Layer["state"] = {},
  ) {
    super();
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    return this.formulas(x, pass);
  }
}

/** An elementwise layer of f, with any way back. */
export function elementwise(
  f: (x: number) => number,
  back: (G: Matrix, x: Matrix, y: Matrix) => Matrix,
): Formulas {
  return new Formulas((x) => {
    const y = x.map(f);
    return { y, back: (G) => back(G, x, y) };
  });
}
