import { Activation, Dense, type Layer, Matrix, ReLU, Residual, sequential } from "spiralnet";
import { type OnnxAttribute, type OnnxGraph, type OnnxLayer, type OnnxOptions, toOnnx } from "spiralnet/onnx";
import { expectTypeOf, test } from "vitest";

declare const n: number;
declare const graph: OnnxGraph;
const model = sequential(new Dense(2, 8), new Residual(new Dense(8, 8)), new ReLU(), new Dense(8, 3));

test("toOnnx takes any layer and gives bytes that a file or a Blob takes", () => {
  expectTypeOf(toOnnx(model)).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
  toOnnx(new ReLU());
  toOnnx(new Dense(n, n) as Layer);
  new Blob([toOnnx(model)]);
  // @ts-expect-error a matrix is not a layer
  toOnnx(Matrix.zeros(2, 2));
  // @ts-expect-error a class is not a layer
  toOnnx(ReLU);
});

test("options are those that there are", () => {
  toOnnx(model, { dtype: "float64", inputName: "x", outputName: "y", softmax: true });
  type AllUndefined = { [Key in keyof OnnxOptions]-?: undefined };
  expectTypeOf<AllUndefined>().toExtend<OnnxOptions>();
  // @ts-expect-error no such type
  toOnnx(model, { dtype: "float16" });
  // @ts-expect-error no such option
  toOnnx(model, { opset: 17 });
});

test("an attribute says its type", () => {
  expectTypeOf(graph.node("Elu", ["x"], { alpha: { float: 1 } })).toEqualTypeOf<string>();
  expectTypeOf<{ ints: [1, 2] }>().toExtend<OnnxAttribute>();
  // @ts-expect-error 1 or 1.0
  graph.node("Elu", ["x"], { alpha: 1 });
  // @ts-expect-error ONNX has float32 alone
  graph.node("Elu", ["x"], { alpha: { double: 1 } });
});

test("a constant is a matrix or a number", () => {
  graph.constant("a", Matrix.zeros(2, 3), [6]);
  graph.constant("a", 1);
  // @ts-expect-error a list is not a matrix
  graph.constant("a", [1, 2]);
  // @ts-expect-error a layer within is a layer
  graph.layer(Matrix.zeros(2, 2), "x");
});

test("a layer of one's own must return a name", () => {
  class Sine extends Activation implements OnnxLayer {
    protected override f = Math.sin;
    protected override slope = Math.cos;
    addOnnxNodes = ({ node }: OnnxGraph, x: string) => node("Sin", [x]);
  }
  expectTypeOf(new Sine()).toExtend<OnnxLayer>();
  expectTypeOf<{ addOnnxNodes(graph: OnnxGraph, x: string): void }>().not.toExtend<OnnxLayer>();
});
