import { wrongType } from "../errors/wrong.js";
import { checkMatrix, checkSameShape } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Computed, Layer, Pass } from "./layer.js";
import { nameOf } from "./summary.js";

/** What a pass calls of a layer, which is protected from everyone else. */
export interface Computes {
  compute(x: Matrix, pass: Pass): Computed;
}

/** The formulas of a layer. Throws if it has none, which a program without types may have forgotten. */
export function formulasOf(layer: unknown): Computes {
  const computes = layer as Computes | null | undefined;
  if (typeof computes?.compute !== "function") {
    wrongType("pass.run: layer", layer, "a layer with a method compute");
  }
  return computes;
}

/** Throws unless a layer made what it declares. */
export function checkComputed(layer: Layer, x: Matrix, computed: Computed): void {
  const place = `${nameOf(layer)}.compute`;
  if (typeof computed?.back !== "function") {
    wrongType(`${place}: what it returned`, computed, "an object with y and back");
  }
  const { y } = computed;
  checkMatrix(`${place}: y`, y);
  const cols = layer.elementwise ? x.cols : (layer.outputs ?? y.cols);
  checkSameShape(place, y.shape, [x.rows, cols], ["y", "what the layer declares"]);
}

/** Throws unless the layer around gave dL/dy. */
export function checkGiven(layer: Layer, y: Matrix, gradient: unknown): void {
  const place = `${nameOf(layer)}.back`;
  checkMatrix(`${place}: the gradient`, gradient);
  checkSameShape(place, gradient.shape, y.shape, ["the gradient", "y"]);
}

/** Throws unless a layer returned dL/dx. */
export function checkInputGradient(layer: Layer, x: Matrix, dx: unknown): void {
  const place = `${nameOf(layer)}.compute`;
  checkMatrix(`${place}: what back returned`, dx);
  checkSameShape(place, dx.shape, x.shape, ["what back returned", "x"]);
}
