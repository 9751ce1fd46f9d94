import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkAllFinite, checkMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";

/**
 * What an initializer made for a parameter, if it is a matrix of finite numbers in the shape that the layer
 * needs.
 */
export function initialValue(
  layer: string,
  parameter: string,
  made: unknown,
  rows: number,
  cols: number,
): Matrix {
  const what = `what the initializer of the ${parameter} made`;
  checkMatrix(`${layer}: ${what}`, made);
  checkAllFinite(layer, parameter, made);
  checkSameShape(layer, made.shape, [rows, cols], [what, "what the layer needs"]);
  return made;
}
