import type { OnnxGraph } from "./onnx-graph.js";

/**
 * A layer of your own that says how ONNX computes it. A class that extends it and has other formulas needs a
 * method of its own, as does each class that extends an `Activation` that has one.
 *
 * @example A function
 * ```ts
 * import { Activation } from "spiralnet";
 * import { type OnnxGraph, type OnnxLayer, toOnnx } from "spiralnet/onnx";
 *
 * class Arctan extends Activation implements OnnxLayer {
 *   protected override f = Math.atan;
 *   protected override slope = (x: number) => 1 / (1 + x * x);
 *
 *   addOnnxNodes(graph: OnnxGraph, x: string): string {
 *     return graph.node("Atan", [x]);
 *   }
 * }
 * toOnnx(new Arctan()).length > 0; // => true
 * toOnnx(new Arctan(), { dtype: "float64" });
 * // throws TypeError: toOnnx: the model (Arctan): onnxruntime has no Atan
 * ```
 *
 * @example A container with a parameter: y = a·f(x)
 * ```ts
 * import {
 *   type Computed, Container, Dense, type Layer, Matrix, type Parameter,
 *   type Pass, parameter,
 * } from "spiralnet";
 * import { type OnnxGraph, type OnnxLayer, toOnnx } from "spiralnet/onnx";
 *
 * class Scaled
 *   extends Container<number, number, readonly [Layer]>
 *   implements OnnxLayer
 * {
 *   readonly factor: Parameter = parameter(
 *     "factor",
 *     Matrix.full(1, 1, 2),
 *     "weight",
 *   );
 *   override readonly parameters = [this.factor, ...this.layers[0].parameters];
 *
 *   protected override compute(x: Matrix, pass: Pass): Computed {
 *     const { value: a, gradient: da } = this.factor;
 *     const { y, back } = pass.run(this.layers[0], x);
 *     return {
 *       y: y.multiply(a),
 *       back(G, needed) {
 *         da.addInPlace(G.multiply(y).sum());
 *         return back(G.multiply(a), needed);
 *       },
 *     };
 *   }
 *
 *   addOnnxNodes(graph: OnnxGraph, x: string): string {
 *     const y = graph.layer(this.layers[0], x);
 *     return graph.node("Mul", [y, graph.constant("factor", this.factor.value)]);
 *   }
 * }
 * toOnnx(new Scaled([new Dense(2, 3)])).length > 0; // => true
 * ```
 */
export interface OnnxLayer {
  /**
   * Adds the operators that compute what `predict` does.
   *
   * @param graph - where to add them
   * @param x - the name of x in it
   * @returns the name of the result
   */
  addOnnxNodes(graph: OnnxGraph, x: string): string;
}
