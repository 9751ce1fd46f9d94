/** Rows and columns. */
export type Shape = readonly [rows: number, cols: number];

/**
 * Thrown when shapes don't fit. The message names the operation, both shapes and the dimension that disagrees.
 *
 * @example
 * ```ts
 * import { Matrix, ShapeError } from "spiralnet";
 *
 * const cols: number = 3; // known at run time only, so the compiler lets it pass
 * try {
 *   Matrix.zeros(300, 2).matmul(Matrix.zeros(64, cols) as Matrix);
 * } catch (error) {
 *   error instanceof ShapeError; // => true
 *   (error as ShapeError).message; // => "matmul: left is 300 x 2, right is 64 x 3: left has 2 columns, right has 64 rows"
 * }
 * ```
 */
export class ShapeError extends Error {
  /** `ShapeError`. */
  override readonly name = "ShapeError";

  /**
   * @param operation - what was asked for, such as `matmul`
   * @param left - the shape of the left operand, or of the first of two things that `sides` names
   * @param right - the shape of the right operand, or of the second
   * @param problem - which dimensions disagree
   * @param sides - what the two shapes are called in the message
   */
  constructor(
    readonly operation: string,
    readonly left: Shape,
    readonly right: Shape,
    problem: string,
    sides: readonly [left: string, right: string] = ["left", "right"],
  ) {
    super(
      `${operation}: ${sides[0]} is ${left.join(" x ")}, ${sides[1]} is ${right.join(" x ")}: ${problem}`,
    );
  }
}
