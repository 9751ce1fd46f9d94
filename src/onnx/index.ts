/**
 * Models as ONNX files, for onnxruntime on servers, phones, browsers and clusters.
 *
 * @module spiralnet/onnx
 */

export type { OnnxOptions } from "./onnx-options.js";
