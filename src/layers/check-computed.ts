import { wrongType } from "../errors/wrong.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkMatrix, isMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Computed, Layer, Pass } from "./layer.js";
import { nameOf } from "./summary.js";

/** What a pass calls of a layer, which is protected from everyone else. */
export interface Computes {
  compute(x: Matrix, pass: Pass): Computed;
}

/**
 * The formulas of a layer. Throws unless it has what a pass reads, which a program without types may have
 * forgotten.
 */
export function formulasOf(layer: unknown): Computes {
  const computes = layer as (Computes & Partial<Layer>) | null | undefined;
  if (typeof computes?.compute !== "function" || !Array.isArray(computes.parameters)) {
    wrongType("pass.run: layer", layer, "a layer with a method compute and a list of parameters");
  }
  return computes;
}

/** Throws unless a layer made what it declares. */
export function checkComputed(layer: Layer, x: Matrix, computed: Computed): void {
  if (typeof computed?.back !== "function") {
    wrongType(`${nameOf(layer)}.compute: what it returned`, computed, "an object with y and back");
  }
  const { y } = computed;
  const cols = layer.elementwise ? x.cols : (layer.outputs ?? y?.cols);
  checkShape(layer, "y", y, x.rows, cols, "what the layer declares");
}

/** Throws unless the layer around gave dL/dy. */
export function checkGiven(layer: Layer, y: Matrix, gradient: Matrix): void {
  checkShape(layer, "the gradient that back gets", gradient, y.rows, y.cols, "y");
}

/** Throws unless a layer returned dL/dx. */
export function checkReturned(layer: Layer, x: Matrix, dx: unknown): void {
  checkShape(layer, "what back returned", dx, x.rows, x.cols, "x");
}

/** The words of an error are put together only if it is thrown: this runs several times in each pass. */
function checkShape(
  layer: Layer,
  what: string,
  matrix: unknown,
  rows: number,
  cols: number,
  like: string,
): void {
  if (isMatrix(matrix) && matrix.rows === rows && matrix.cols === cols) return;
  const operation = `${nameOf(layer)}.compute`;
  checkMatrix(`${operation}: ${what}`, matrix);
  checkSameShape(operation, matrix.shape, [rows, cols], [what, like]);
}
