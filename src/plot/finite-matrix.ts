import { checkInteger } from "../errors/number.js";
import { wrongType } from "../errors/wrong.js";
import { checkEachFinite, checkMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";

/** Throws unless `value` is a matrix of finite numbers, or as good as one: nothing calls its methods. */
export function checkFiniteMatrix(operation: string, name: string, value: unknown): asserts value is Matrix {
  const place = `${operation}: ${name}`;
  checkMatrix(place, value);
  const { rows, cols, data } = value;
  checkInteger(`${place}.rows`, rows, 0);
  checkInteger(`${place}.cols`, cols, 0);
  if (data.length !== rows * cols)
    wrongType(`${place}.data.length`, data.length, `rows * cols, ${rows * cols}`);
  checkEachFinite(operation, name, value);
}
