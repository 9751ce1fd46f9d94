import { Matrix } from "spiralnet";
import { type OnnxAttribute, type OnnxGraph, toOnnx } from "spiralnet/onnx";
import { describe, expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";
import { load } from "./support/onnxruntime.js";
import { written } from "./support/sine.js";

const elementwise = [
  ...["Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Cosh", "Sinh", "Tan", "Erf"],
  ...["Celu", "Elu", "HardSigmoid", "HardSwish", "Selu", "Softplus", "Softsign", "ThresholdedRelu"],
  ...["Hardmax", "Mean"],
];
const ofImages = [
  "AveragePool",
  "Conv",
  "GlobalAveragePool",
  "InstanceNormalization",
  "MeanVarianceNormalization",
];
const FLOAT64 = 11;

/** x as one picture, through this operator and back, whose numbers have the type that `constant` gives. */
function image(
  opType: string,
  graph: OnnxGraph,
  x: string,
  constant: (m: Matrix, ...shape: number[]) => string,
) {
  const one = constant(Matrix.zeros(1, 1), 1);
  const others: Record<string, string[]> = {
    Conv: [constant(Matrix.zeros(1, 4), 1, 1, 2, 2)],
    InstanceNormalization: [one, one],
  };
  const attributes: Record<string, OnnxAttribute> =
    opType === "AveragePool" ? { kernel_shape: { ints: [2, 2] } } : {};
  const picture = graph.node("Reshape", [x, graph.integers("picture", [-1, 1, 2, 2])]);
  const result = graph.node(opType, [picture, ...(others[opType] ?? [])], attributes);
  return graph.node("Reshape", [result, graph.integers("rows", [0, -1])]);
}

describe.each([...elementwise, ...ofImages])("%s", (opType) => {
  const add = (graph: OnnxGraph, x: string, constant: (m: Matrix, ...shape: number[]) => string) =>
    ofImages.includes(opType) ? image(opType, graph, x, constant) : graph.node(opType, [x]);
  const model = written((graph, x) =>
    add(graph, x, (matrix, ...shape) => graph.constant("constant", matrix, shape)),
  );
  /** The same in float64, but for what goes in and comes out. */
  const within = written((graph, x) => {
    const cast = (name: string, to: number) => graph.node("Cast", [name], { to: { int: to } });
    const result = add(graph, cast(x, FLOAT64), (matrix, ...shape) =>
      cast(graph.constant("constant", matrix, shape), FLOAT64),
    );
    return cast(result, 1);
  });
  for (const layer of [model, within]) Object.assign(layer, { elementwise: undefined });

  test("onnxruntime has it in float32, but not in float64", async () => {
    await expect(load(toOnnx(model))).resolves.toBeDefined();
    await expect(load(toOnnx(within))).rejects.toThrow(
      /Could not find an implementation|Type 'tensor\(double\)'/,
    );
  });

  test("toOnnx refuses it in float64", () => {
    expectError(
      () => toOnnx(model, { dtype: "float64" }),
      TypeError,
      `toOnnx: the model (Sine): onnxruntime has no ${opType} for float64; expected other operators, or dtype "float32"`,
    );
  });
});
