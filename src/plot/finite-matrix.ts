import type { Matrix } from "../index.js";
import { checkEachFinite, checkMatrix } from "../matrix/checks.js";

/** Throws unless `value` is a matrix of finite numbers. */
export function checkFiniteMatrix(operation: string, name: string, value: unknown): asserts value is Matrix {
  checkMatrix(`${operation}: ${name}`, value);
  checkEachFinite(operation, name, value);
}
