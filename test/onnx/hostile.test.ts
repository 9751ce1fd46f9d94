import { Dense, Matrix } from "spiralnet";
import { type OnnxGraph, toOnnx } from "spiralnet/onnx";
import { type Hostile, matrices, noOptions } from "../support/hostile-values.js";
import { type Entry, testHostileValues } from "../support/test-hostile-values.js";
import { written } from "./support/sine.js";

const strings: readonly Hostile[] = ["a string", "a very long string"];
const numbers: readonly Hostile[] = ["-1", "0.5", "2 ** 40", "2 ** 53"];
const integers: readonly Hostile[] = ["-1", "2 ** 40"];
const lists: readonly Hostile[] = ["a frozen array", "an array of getters", "an empty array"];

/** A call of toOnnx with one value that may be hostile. */
function entry(
  name: string,
  call: (value: never) => unknown,
  right: () => unknown,
  ...takes: Hostile[]
): Entry {
  return { name, call: (_random: never, value: never) => call(value), arguments: [["it", right, takes]] };
}

/** The same for a value that a layer of one's own passes to the graph. */
function graphEntry(
  name: string,
  add: (value: never, graph: OnnxGraph, x: string) => unknown,
  right: () => unknown,
  ...takes: Hostile[]
): Entry {
  const call = (value: never) =>
    toOnnx(
      written((graph, x) => {
        add(value, graph, x);
        return x;
      }),
    );
  return entry(name, call, right, ...takes);
}

const model = new Dense(2, 3);
const square = Matrix.zeros(3, 3);
testHostileValues([
  entry(
    "the model",
    (value) => toOnnx(value),
    () => model,
  ),
  entry(
    "the options",
    (value) => toOnnx(model, value),
    () => ({ softmax: true }),
    ...noOptions,
  ),
  entry(
    "dtype",
    (dtype) => toOnnx(model, { dtype }),
    () => "float64",
    "undefined",
  ),
  entry(
    "inputName",
    (inputName) => toOnnx(model, { inputName }),
    () => "x",
    "undefined",
    ...strings,
  ),
  entry(
    "outputName",
    (outputName) => toOnnx(model, { outputName }),
    () => "y",
    "undefined",
    ...strings,
  ),
  entry(
    "softmax",
    (softmax) => toOnnx(model, { softmax }),
    () => false,
    "undefined",
    "true",
  ),
  entry(
    "the weights of a layer",
    (value) => toOnnx(Object.assign(new Dense(3, 3), { weights: { value } })),
    () => square,
    ...matrices,
    ...["a matrix by its fields" as const, ...numbers],
  ),
  entry(
    "what addOnnxNodes returns",
    (value) => toOnnx(written(() => value)),
    () => "x",
  ),
  graphEntry(
    "an operator",
    (value, graph, x) => graph.node(value, [x]),
    () => "Sin",
    ...strings,
  ),
  graphEntry(
    "the inputs",
    (value, graph) => graph.node("Sin", value),
    () => ["x"],
    "an empty array",
  ),
  graphEntry(
    "an input",
    (value, graph) => graph.node("Sin", [value]),
    () => "x",
    "an empty string",
  ),
  graphEntry(
    "the attributes",
    (value, graph, x) => graph.node("Sin", [x], value),
    () => ({}),
    ...noOptions,
  ),
  graphEntry(
    "an attribute",
    (a, graph, x) => graph.node("Sin", [x], { a }),
    () => ({ int: 1 }),
  ),
  graphEntry(
    "a float",
    (float, graph, x) => graph.node("Sin", [x], { a: { float } }),
    () => 1,
    ...numbers,
  ),
  graphEntry(
    "an int",
    (int, graph, x) => graph.node("Sin", [x], { a: { int } }),
    () => 1,
    ...integers,
  ),
  graphEntry(
    "a list of ints",
    (ints, graph, x) => graph.node("Sin", [x], { a: { ints } }),
    () => [1],
    ...lists,
  ),
  graphEntry(
    "a list of floats",
    (floats, graph, x) => graph.node("Sin", [x], { a: { floats } }),
    () => [1],
    ...lists,
  ),
  graphEntry(
    "a text",
    (string, graph, x) => graph.node("Sin", [x], { a: { string } }),
    () => "a",
    ...["an empty string" as const, ...strings],
  ),
  graphEntry(
    "a name",
    (value, graph) => graph.constant(value, 1),
    () => "a",
    ...strings,
  ),
  graphEntry(
    "a constant",
    (value, graph) => graph.constant("a", value),
    () => square,
    ...matrices,
    ...["a matrix by its fields" as const, ...numbers],
  ),
  graphEntry(
    "a shape",
    (value, graph) => graph.constant("a", square, value),
    () => [9],
    "undefined",
  ),
  graphEntry(
    "a list of integers",
    (value, graph) => graph.integers("a", value),
    () => [1],
    ...lists,
  ),
  graphEntry(
    "an integer",
    (value, graph) => graph.integers("a", [value]),
    () => 1,
    ...integers,
  ),
  graphEntry(
    "a layer within",
    (value, graph, x) => graph.layer(value, x),
    () => model,
  ),
  graphEntry(
    "the input of a layer within",
    (value, graph) => graph.layer(model, value),
    () => "x",
  ),
]);
