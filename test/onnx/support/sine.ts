import { Activation, type Layer } from "spiralnet";
import type { OnnxGraph, OnnxLayer } from "spiralnet/onnx";

/** A layer of one's own. */
export class Sine extends Activation implements OnnxLayer {
  protected override f = Math.sin;
  protected override slope = Math.cos;

  addOnnxNodes(graph: OnnxGraph, x: string): string {
    return graph.node("Sin", [x]);
  }
}

/** One that is written with these operators. */
export function written(addOnnxNodes: (graph: OnnxGraph, x: string) => unknown): Layer {
  return Object.assign(new Sine(), { addOnnxNodes });
}
