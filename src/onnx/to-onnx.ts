import { checkBoolean } from "../errors/kind.js";
import { checkOptions } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import type { Layer } from "../index.js";
import { checkLayer } from "./check-layer.js";
import { checkName } from "./check-name.js";
import { Contents } from "./contents.js";
import { LayerGraph } from "./layer-graph.js";
import type { OnnxOptions } from "./onnx-options.js";
import { DATA_TYPE, encodeModel } from "./onnx-proto.js";
import { softmax } from "./operators/softmax.js";

/**
 * A model as the bytes of an ONNX file: what its `predict` computes, with the parameters and the running
 * statistics that it has now.
 *
 * The file's one input is x, a tensor of `dtype` with any number of rows, and its one output what `predict`
 * returns. Columns have the model's widths; those that no layer fixes may be as many as one likes. Operators
 * are those of opset 17, the format's version is 8: both came with ONNX 1.12 and onnxruntime 1.12 in 2022.
 *
 * Numbers are rounded to float32 unless `dtype` says otherwise. ONNX knows most operators in float64 too, but
 * onnxruntime lacks some of them on CPUs, and other devices lack all. Layers are written with those that it
 * has; an exact `GELU` can't be. A layer of your own says how ONNX computes it: see {@link OnnxLayer}.
 *
 * A runtime checks less than `predict`: it lets NaN through, and takes 1.7 for the index 1 and -1 for the last
 * one. Far below 0 `Softplus`, `Sigmoid` and those that are made of it give 0, or keep fewer digits.
 *
 * @param model - a layer, such as a `Sequential`
 * @throws TypeError if an argument is not of its kind, or a layer has no operator; RangeError if a number is
 * not finite or too large for float32, or all of them take 2 GiB or more
 * @see {@link https://onnx.ai | ONNX}
 * @example
 * ```ts
 * import { Dense, ReLU, sequential } from "spiralnet";
 * import { toOnnx } from "spiralnet/onnx";
 *
 * const model = sequential(new Dense(2, 100), new ReLU(), new Dense(100, 3));
 * const bytes = toOnnx(model, { softmax: true });
 * bytes.length > 603 * 4; // => true
 * ```
 */
export function toOnnx(model: Layer, options: OnnxOptions = {}): Uint8Array<ArrayBuffer> {
  checkLayer("toOnnx: the model", model);
  const { dtype, inputName, outputName, softmax: withSoftmax } = checkedOptions(options);
  const contents = new Contents(inputName, outputName);
  const graph = new LayerGraph(contents, dtype, [model]);
  const scores = graph.add(inputName);
  const result = withSoftmax ? softmax(graph, scores) : scores;

  const elemType = DATA_TYPE[dtype];
  const inputs = model.inputs ?? "inputs";
  const outputs = model.elementwise ? inputs : (model.outputs ?? "outputs");
  return encodeModel({
    ...contents.finish(result),
    input: { name: inputName, elemType, dims: ["batch", inputs] },
    output: { name: outputName, elemType, dims: ["batch", outputs] },
  });
}

/** The options, or what takes their place. Throws if one is not of its kind. */
function checkedOptions(options: OnnxOptions) {
  checkOptions("toOnnx", options, ["dtype", "inputName", "outputName", "softmax"]);
  const { dtype = "float32", inputName = "x", softmax = false } = options;
  checkBoolean("toOnnx: softmax", softmax);
  const { outputName = softmax ? "probabilities" : "scores" } = options;
  if (dtype !== "float32" && dtype !== "float64") {
    wrongType("toOnnx: dtype", dtype, '"float32" or "float64"');
  }
  checkName("toOnnx: inputName", inputName);
  checkName("toOnnx: outputName", outputName);
  if (inputName === outputName) {
    wrongType("toOnnx: outputName", outputName, "another name than that of the input");
  }
  return { dtype, inputName, outputName, softmax };
}
