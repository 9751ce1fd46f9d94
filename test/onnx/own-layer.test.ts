import {
  type Computed,
  Container,
  Dense,
  Layer,
  Matrix,
  type Pass,
  parameter,
  RandomState,
  ReLU,
  Residual,
  Sequential,
  sequential,
  Tanh,
} from "spiralnet";
import { type OnnxGraph, type OnnxLayer, toOnnx } from "spiralnet/onnx";
import { describe, expect, test } from "vitest";
import { expectClose } from "./support/expect-close.js";
import { run } from "./support/onnxruntime.js";
import { Sine, written } from "./support/sine.js";

/** x a + 0.5, one factor for each column. */
class Scale extends Layer<3, 3> implements OnnxLayer {
  override readonly inputs = 3;
  override readonly outputs = 3;
  override readonly parameters = [parameter("factors", Matrix.fromRows([[1, -2, 3]]), "bias")] as const;

  protected override compute(x: Matrix): Computed {
    const [{ value: a, gradient: da }] = this.parameters;
    const back = (G: Matrix) => {
      da.addInPlace(G.multiply(x).sum(0));
      return G.multiply(a);
    };
    return { y: x.multiply(a).add(0.5), back };
  }

  addOnnxNodes(graph: OnnxGraph, x: string): string {
    const [{ value: a }] = this.parameters;
    const scaled = graph.node("Mul", [x, graph.constant("factors", a, [3])]);
    return graph.node("Add", [scaled, graph.constant("half", 0.5)]);
  }
}

/** f(x) - x */
class Change extends Container<number, number, readonly [Layer]> implements OnnxLayer {
  override readonly elementwise = true;

  protected override compute(x: Matrix, pass: Pass): Computed {
    const { y, back } = pass.run(this.layers[0], x);
    return { y: y.subtract(x), back: (G) => (back(G, true) as Matrix).subtract(G) };
  }

  addOnnxNodes(graph: OnnxGraph, x: string): string {
    return graph.node("Sub", [graph.layer(this.layers[0], x), x]);
  }
}

/** The columns in another order, with operators that have attributes and lists of every kind. */
class Backwards extends Layer<3, 3> implements OnnxLayer {
  override readonly inputs = 3;
  override readonly outputs = 3;

  protected override compute(x: Matrix): Computed {
    const exchange = Matrix.fromRows([
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
    ]);
    const reversed = (of: Matrix) => of.matmul(exchange);
    return { y: reversed(x).add(1), back: reversed };
  }

  addOnnxNodes(graph: OnnxGraph, x: string): string {
    const order = graph.integers("order", [2, 1, 0]);
    const reversed = graph.node("Gather", [x, order], { axis: { int: 1 } });
    const turned = graph.node("Transpose", [reversed], { perm: { ints: [1, 0] } });
    const padded = graph.node("Pad", [turned, graph.integers("pads", [0, 0, 2, 0])], {
      mode: { string: "edge" },
    });
    const cut = graph.node("Slice", [padded, graph.integers("start", [0]), graph.integers("end", [-2])]);
    const back = graph.node("Transpose", [cut]);
    const [one, ones] = [{ value_float: { float: 1 } }, { value_floats: { floats: [1, 1, 1] } }];
    const ratio = graph.node("Div", [graph.node("Constant", [], ones), graph.node("Constant", [], one)]);
    const shift = graph.node("Cast", [ratio], { to: { int: graph.dtype === "float32" ? 1 : 11 } });
    return graph.node("Add", [back, shift]);
  }
}

/** Dense with its result doubled. */
class Doubled extends Dense implements OnnxLayer {
  protected override compute(x: Matrix, pass: Pass): Computed {
    const { y, back } = super.compute(x, pass);
    return { y: y.multiply(2), back: (G, needed) => back(G.multiply(2), needed) };
  }

  addOnnxNodes(graph: OnnxGraph, x: string): string {
    const product = graph.node("MatMul", [x, graph.constant("weights", this.weights.value.multiply(2))]);
    return graph.node("Add", [product, graph.constant("biases", this.biases.value.multiply(2))]);
  }
}

/** Keeps the formulas of the class that it extends. */
class Classifier extends Sequential {
  constructor(random: RandomState) {
    super([new Dense(3, 5, { random }), new ReLU(), new Dense(5, 2, { random })]);
  }
}

const random = new RandomState(0);
const models: [name: string, model: Layer][] = [
  ["an activation", new Sine()],
  ["a layer with a parameter", new Scale()],
  ["a container", new Change([new Tanh()])],
  ["a container of a model", new Change([sequential(new Dense(3, 3, { random }), new Sine())])],
  ["attributes and lists of every kind", new Backwards()],
  ["a layer that changes Dense", new Doubled(3, 2, { random })],
  ["a model that is a class of its own", new Classifier(random)],
  ["all of them", sequential(new Sine(), new Residual(new Scale(), new Backwards()), new Classifier(random))],
];

describe.each(["float32", "float64"] as const)("onnxruntime predicts the same in %s with", (dtype) => {
  test.each(models)("%s", async (_name, model) => {
    const x = random.randn(4, 3).map(Math.fround);
    const [result] = await run(toOnnx(model, { dtype }), dtype, x);
    expectClose(result as Matrix, model.predict(x), dtype === "float32" ? 1e-6 : 1e-12);
  });
});

test("a layer learns its place and the type of the numbers", () => {
  const seen: string[] = [];
  const layer = written(({ place, dtype }, x) => {
    seen.push(place, dtype);
    return x;
  });
  toOnnx(layer);
  toOnnx(sequential(new ReLU(), sequential(layer)), { dtype: "float64" });
  expect(seen).toEqual(["toOnnx: the model (Sine)", "float32", "toOnnx: layer 1.0 (Sine)", "float64"]);
});

test("names that are taken get a number", () => {
  const names: string[] = [];
  const layer = written((graph, x) => {
    names.push(graph.constant("a", 1), graph.constant("a", 1), graph.integers("a", [1]));
    names.push(graph.node("Neg", [x]), graph.node("Neg", [x]));
    return x;
  });
  toOnnx(sequential(layer, layer), { inputName: "0.Neg", outputName: "0.a" });
  expect(names).toEqual(
    ["0.a_2", "0.a_3", "0.a_4", "0.Neg_2", "0.Neg_3"].concat([
      "0.a_5",
      "0.a_6",
      "0.a_7",
      "0.Neg_4",
      "0.Neg_5",
    ]),
  );
});

test("a matrix that is written twice stands there once, unless its numbers changed in between", () => {
  const matrix = Matrix.zeros(2, 2);
  const names: string[] = [];
  const layer = written((graph, x) => {
    names.push(graph.constant("a", matrix), graph.constant("b", matrix), graph.constant("c", matrix, [4]));
    matrix.data.fill(1);
    names.push(graph.constant("d", matrix));
    return x;
  });
  toOnnx(layer);
  expect(names).toEqual(["a", "a", "c", "d"]);
});
