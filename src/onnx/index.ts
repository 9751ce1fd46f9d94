/**
 * Models as ONNX files, for onnxruntime on servers, phones, browsers and clusters.
 *
 * @module spiralnet/onnx
 */

export type { OnnxAttribute, OnnxGraph } from "./onnx-graph.js";
export type { OnnxLayer } from "./onnx-layer.js";
export type { OnnxOptions } from "./onnx-options.js";
export { toOnnx } from "./to-onnx.js";
