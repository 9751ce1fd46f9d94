import type { OnnxGraph } from "./onnx-graph.js";

/**
 * A layer of your own that says how ONNX computes it.
 *
 * @example
 * ```ts
 * import { Activation } from "spiralnet";
 * import { type OnnxGraph, type OnnxLayer, toOnnx } from "spiralnet/onnx";
 *
 * class Arctan extends Activation implements OnnxLayer {
 *   protected override f = Math.atan;
 *   protected override slope = (x: number) => 1 / (1 + x * x);
 *
 *   addOnnxNodes(graph: OnnxGraph, input: string): string {
 *     return graph.node("Atan", [input]);
 *   }
 * }
 * toOnnx(new Arctan()) instanceof Uint8Array; // => true
 * ```
 */
export interface OnnxLayer {
  /**
   * Adds the operators that compute what `predict` does.
   *
   * @param graph - where to add them
   * @param input - the name of x in it
   * @returns the name of the result
   */
  addOnnxNodes(graph: OnnxGraph, input: string): string;
}
