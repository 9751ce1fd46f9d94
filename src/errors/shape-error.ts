/** Rows and columns. */
export type Shape = readonly [rows: number, cols: number];

/**
 * Thrown when shapes don't fit. The message names the operation, both shapes and the dimension that
 * disagrees.
 *
 * @example
 * ```ts
 * import { Matrix, ShapeError } from "spiralnet";
 *
 * // the compiler does not know the value, so it lets the product pass
 * const cols: number = 3;
 * try {
 *   Matrix.zeros(300, 2).matmul(Matrix.zeros(64, cols) as Matrix);
 * } catch (error) {
 *   error instanceof ShapeError; // => true
 *   const { message } = error as ShapeError;
 *   message.split(": ")[1]; // => "left is 300 x 2, right is 64 x 3"
 *   message.split(": ")[2]; // => "left has 2 columns, right has 64 rows"
 * }
 * ```
 */
export class ShapeError extends Error {
  /** `ShapeError`. */
  override readonly name = "ShapeError";

  /**
   * Makes the error; a layer of your own can throw it too.
   *
   * @param operation - the operation that failed, such as `matmul`
   * @param left - the shape of the left operand
   * @param right - the shape of the right operand
   * @param problem - which dimensions disagree
   * @param sides - names for the two operands, if not "left" and "right"
   * @example
   * ```ts
   * import { ShapeError } from "spiralnet";
   *
   * new ShapeError("add", [2, 3], [4, 3], "the rows don't fit").message;
   * // => "add: left is 2 x 3, right is 4 x 3: the rows don't fit"
   * ```
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
