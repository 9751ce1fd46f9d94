import type { Layer, Matrix } from "../index.js";

/** A layer on its way, in whatever form: what the comparison needs of it. */
export interface Subject {
  /** The parameters in the order of the library's layer, live. */
  readonly values: readonly Matrix[];
  /** What passes change, by the library's names, as far as it can be seen. */
  readonly state: Layer["state"];
  /**
   * The result of x, and the way back to dL/dx and the gradients of the parameters. What is written to x and
   * to dL/dy shows in them. With other numbers, both go through one pass, and the results are added.
   */
  run(x: Matrix, other?: Matrix): { readonly y: Matrix; back(dy: Matrix): readonly (Matrix | undefined)[] };
  /** The result in inference, if it is to be compared. */
  readonly predict: ((x: Matrix) => Matrix) | undefined;
}
