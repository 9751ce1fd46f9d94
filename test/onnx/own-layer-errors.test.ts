import { Matrix, ReLU } from "spiralnet";
import { type OnnxGraph, toOnnx } from "spiralnet/onnx";
import { describe, test } from "vitest";
import { expectError } from "../support/expect-error.js";
import { written } from "./support/sine.js";

describe("a mistake in addOnnxNodes is named:", () => {
  const matrix = Matrix.fromRows([[1, Number.NaN]]);
  const far = Matrix.fromRows([[1], [1e39]]);
  const anything = (value: unknown) => value as never;
  test.each<[string, (graph: OnnxGraph, x: string) => unknown, string[]]>([
    [
      "an input without a name",
      (graph) => graph.node("Sin", ["y"]),
      ['Sin: input 0 is "y"; expected the name of'],
    ],
    ["an input that is none", (graph, x) => graph.node("Add", [x, anything(1)]), ["Add: input 1 is 1"]],
    [
      "no list of inputs",
      (graph, x) => graph.node("Sin", anything(x)),
      ['Sin: inputs is "x"', "an array of names"],
    ],
    ["no operator", (graph, x) => graph.node("", [x]), ['node: the operator is ""; expected a name']],
    ["nothing returned", () => undefined, ["what addOnnxNodes returned is undefined"]],
    ["a promise returned", async (_, x) => x, ["what addOnnxNodes returned is an object of type Promise"]],
    [
      "an attribute without a type",
      (graph, x) => graph.node("Elu", [x], anything({ alpha: 1 })),
      ["alpha is 1", "{ float }"],
    ],
    [
      "an unknown attribute type",
      (graph, x) => graph.node("Elu", [x], anything({ a: { double: 1 } })),
      ['a is "double"'],
    ],
    [
      "an attribute of two types",
      (graph, x) => graph.node("Elu", [x], anything({ a: { int: 1, float: 1 } })),
      ['a is "int, float"'],
    ],
    ["an attribute of no type", (graph, x) => graph.node("Elu", [x], anything({ a: {} })), ['a is ""']],
    ["no attributes", (graph, x) => graph.node("Elu", [x], anything([])), ["Elu: attributes is an array"]],
    [
      "a string for a number",
      (graph, x) => graph.node("Elu", [x], { a: { float: anything("1") } }),
      ['a is "1"'],
    ],
    [
      "a number for a string",
      (graph, x) => graph.node("Pad", [x], { mode: { string: anything(1) } }),
      ["mode is 1; expected a string"],
    ],
    [
      "a number for a list",
      (graph, x) => graph.node("Pad", [x], { p: { ints: anything(1) } }),
      ["p is 1; expected an array"],
    ],
    [
      "no matrix",
      (graph) => graph.constant("a", anything([1])),
      ["a is an array of length 1; expected a number, or a Matrix"],
    ],
    [
      "a constant without a name",
      (graph) => graph.constant(anything(undefined), 1),
      ["constant: name is undefined"],
    ],
    ["a list without a name", (graph) => graph.integers("", [1]), ['integers: name is ""']],
    [
      "another shape",
      (graph) => graph.constant("a", Matrix.zeros(2, 2), [3]),
      ["a: shape is", "the shape of 4 numbers"],
    ],
    ["a shape that is none", (graph) => graph.constant("a", 1, anything("1")), ['a: shape is "1"']],
    ["no list", (graph) => graph.integers("a", anything(1)), ["a is 1; expected an array of integers"]],
    [
      "no layer",
      (graph, x) => graph.layer(anything({}), x),
      ["graph.layer: the layer is an object", "expected a layer"],
    ],
    ["a layer without x", (graph) => graph.layer(new ReLU(), "y"), ['the input of ReLU is "y"']],
  ])("%s", (_name, add, parts) => {
    expectError(() => toOnnx(written(add)), TypeError, "toOnnx: the model (Sine): ", ...parts);
  });

  test.each<[string, (graph: OnnxGraph, x: string) => unknown, string[]]>([
    ["NaN in a matrix", (graph) => graph.constant("a", matrix), ["a[0, 1] is NaN; expected a finite number"]],
    ["a number too large for float32", (graph) => graph.constant("a", far), ["a[1, 0] is 1e+39", "float32"]],
    ["an infinity", (graph) => graph.constant("a", Infinity), ["a is Infinity"]],
    [
      "an attribute too large for float32",
      (graph, x) => graph.node("Elu", [x], { a: { float: 1e39 } }),
      ["a is 1e+39"],
    ],
    ["a broken integer", (graph) => graph.integers("a", [1, 0.5]), ["a[1] is 0.5; expected a safe integer"]],
    [
      "a broken integer as an attribute",
      (graph, x) => graph.node("Flatten", [x], { axis: { int: 0.5 } }),
      ["axis is 0.5"],
    ],
  ])("%s", (_name, add, parts) => {
    expectError(() => toOnnx(written(add)), RangeError, "toOnnx: ", ...parts);
  });

  test("2 GiB of numbers", () => {
    const layer = written((graph) => graph.constant("a", Matrix.zeros(2 ** 14, 2 ** 14)));
    expectError(() => toOnnx(layer, { dtype: "float64" }), RangeError, "2 GiB or more");
  });

  test("a layer within itself", () => {
    const layer = written((graph, x) => graph.layer(layer, x));
    expectError(() => toOnnx(layer), TypeError, "graph.layer is an object of type Sine", "not around it");
  });
});
