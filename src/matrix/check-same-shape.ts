import { type Shape, ShapeError } from "../errors/shape-error.js";

/** Throws unless two shapes are the same. `sides` names the operands if they are not "left" and "right". */
export function checkSameShape(
  operation: string,
  left: Shape,
  right: Shape,
  sides?: readonly [left: string, right: string],
): void {
  if (left[0] === right[0] && left[1] === right[1]) return;
  throw new ShapeError(operation, left, right, "they must be the same", sides);
}
