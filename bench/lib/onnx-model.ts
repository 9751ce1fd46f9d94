import proto from "onnx-proto";
import type { Network } from "./contract.js";

const { onnx } = proto;
const { FLOAT } = onnx.TensorProto.DataType;

/** The network with its initial weights as an ONNX file: `x`, a row of float32, to `scores`. */
export function onnxModel({ inputs, hidden, classes, w1, w2 }: Network): Uint8Array {
  const node = (opType: string, input: string[], output: string) => ({ opType, input, output: [output] });
  const row = (name: string, length: number) => ({
    name,
    type: { tensorType: { elemType: FLOAT, shape: { dim: [{ dimValue: 1 }, { dimValue: length }] } } },
  });
  const tensor = (name: string, values: Float64Array, ...dims: number[]) => ({
    name,
    dims,
    dataType: FLOAT,
    floatData: Array.from(values),
  });
  const model = {
    irVersion: 8,
    opsetImport: [{ version: 13 }],
    graph: {
      name: "digits",
      node: [
        node("Gemm", ["x", "w1", "b1"], "sums"),
        node("Relu", ["sums"], "h"),
        node("Gemm", ["h", "w2", "b2"], "scores"),
      ],
      input: [row("x", inputs)],
      output: [row("scores", classes)],
      initializer: [
        tensor("w1", w1, inputs, hidden),
        tensor("b1", new Float64Array(hidden), hidden),
        tensor("w2", w2, hidden, classes),
        tensor("b2", new Float64Array(classes), classes),
      ],
    },
  };
  return onnx.ModelProto.encode(model).finish();
}
