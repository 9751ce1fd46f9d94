import {
  Activation,
  type Computed,
  Container,
  Dense,
  Layer,
  type Matrix,
  type Pass,
  ReLU,
  Residual,
  Sequential,
  sequential,
  Tanh,
} from "spiralnet";
import { type OnnxGraph, type OnnxLayer, toOnnx } from "spiralnet/onnx";
import { describe, test } from "vitest";
import { expectError } from "../support/expect-error.js";
import { Sine } from "./support/sine.js";

class Shift extends Layer implements OnnxLayer {
  override readonly elementwise = true;

  protected override compute(x: Matrix): Computed {
    return { y: x.add(1), back: (G) => G };
  }

  addOnnxNodes(graph: OnnxGraph, x: string): string {
    return graph.node("Add", [x, graph.constant("one", 1)]);
  }
}

describe("a layer may not be written with the operators of another one:", () => {
  class Steeper extends Sine {
    protected override f = (x: number) => Math.sin(2 * x);
  }
  class Shifted extends Shift {
    protected override compute(x: Matrix): Computed {
      return { ...super.compute(x), y: x };
    }
  }
  class Halved extends Dense {
    protected override compute(x: Matrix, pass: Pass): Computed {
      return { ...super.compute(x, pass), y: x };
    }
  }
  class Reversed extends Sequential {
    protected override compute(x: Matrix, pass: Pass): Computed {
      return super.compute(x.multiply(-1), pass);
    }
  }
  class Sharper extends Tanh {
    protected override f = (x: number) => Math.tanh(5 * x);
  }
  const replaced = Object.assign(new Dense(3, 3), { compute: (x: Matrix) => ({ y: x, back: () => x }) });
  class Cosine extends Activation {
    protected override f = Math.cos;
    protected override slope = (x: number) => -Math.sin(x);
  }

  class Centred extends Sequential {
    override predict = ((x: Matrix) => x.subtract(1)) as never;
  }

  test.each<[string, Layer, string[]]>([
    [
      "with none",
      new Cosine(),
      ["the model (Cosine) has no operator", "expected a method addOnnxNodes(graph, x)"],
    ],
    [
      "a container with none",
      sequential(
        new ReLU(),
        new (class Pair extends Container {
          protected override compute(x: Matrix): Computed {
            return { y: x, back: (G) => G };
          }
        })([new ReLU()]),
      ),
      ["layer 1 (Pair) has no operator"],
    ],
    ["another f than its base", new Steeper(), ["inherits addOnnxNodes", "in its own class"]],
    [
      "another compute than its base",
      sequential(new Shifted()),
      ["layer 0 (Shifted)", "inherits addOnnxNodes"],
    ],
    [
      "another compute than Dense",
      sequential(new ReLU(), new Halved(3, 3)),
      ["layer 1 (Dense): the class Halved may have other formulas than Dense; expected"],
    ],
    [
      "another compute than Sequential",
      new Reversed([new ReLU()]),
      ["the class Reversed may have other formulas than Sequential", "or Sequential itself"],
    ],
    [
      "another f than Tanh",
      new Residual(new Sharper()),
      ["layer 0 (Tanh): the class Sharper may have other formulas than Tanh"],
    ],
    ["another predict", new Centred([new ReLU()]), ["the model (Sequential) overrides predict"]],
    ["a compute of its own object", replaced, ["the model (Dense): it may have other formulas than Dense"]],
  ])("%s", (_name, model, parts) => {
    expectError(() => toOnnx(model), TypeError, "toOnnx: ", ...parts);
  });
});
