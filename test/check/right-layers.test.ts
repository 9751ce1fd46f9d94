import {
  BatchNorm,
  type Computed,
  Dense,
  Dropout,
  ELU,
  Embedding,
  GELU,
  Layer,
  LayerNorm,
  LeakyReLU,
  Matrix,
  type Pass,
  parameter,
  RandomState,
  ReLU,
  Residual,
  Sigmoid,
  SiLU,
  Softmax,
  Softplus,
  sequential,
  Tanh,
} from "spiralnet";
import { checkLayer, type LayerFunctions, type LayerMaker } from "spiralnet/check";
import { describe, expect, test } from "vitest";
import {
  affine,
  batchNorm,
  batchNormByGraph,
  dropout,
  layerNorm,
  relu,
  reluAtZero,
  sigmoid,
} from "./support/course-layers.js";

const makers: Record<string, LayerMaker> = {
  Dense: (inputs, outputs) => new Dense(inputs, outputs),
  BatchNorm: (width) => new BatchNorm(width),
  LayerNorm: (width) => new LayerNorm(width),
  Dropout: () => new Dropout(0.3),
  ReLU: () => new ReLU(),
  Sigmoid: () => new Sigmoid(),
  Tanh: () => new Tanh(),
  ELU: () => new ELU(),
  GELU: () => new GELU(),
  LeakyReLU: () => new LeakyReLU(),
  SiLU: () => new SiLU(),
  Softmax: () => new Softmax(),
  Softplus: () => new Softplus(),
  Residual: (width) => new Residual(new Dense(width, width)),
  Embedding: (_, outputs) => new Embedding(4, outputs),
  "Embedding of two indices": (_, outputs) => new Embedding(4, outputs, { steps: 2 }),
  "a model": (inputs, outputs) => {
    return sequential(
      new Dense(inputs, 4),
      new BatchNorm(4),
      new ReLU(),
      new Dropout(0.5),
      new Dense(4, outputs),
    );
  },
};

describe.each(Object.entries(makers))("%s", (_, make) => {
  test("is like itself, made by a function", () => {
    const report = checkLayer(make, { like: make });
    expect(String(report)).toMatch(/^checkLayer passed/);
    expect(report.runs).toBeGreaterThanOrEqual(2);
  });

  test("is like another layer of its width", () => {
    const report = checkLayer(make(2, 2), { like: make(2, 2) });
    expect(String(report)).toMatch(/^checkLayer passed/);
  });

  test("is like itself, the same object on both sides", () => {
    const layer = make(2, 2);
    expect(checkLayer(layer, { like: layer }).passed).toBe(true);
  });
});

const functions: Record<string, [LayerFunctions | LayerMaker<LayerFunctions>, LayerMaker]> = {
  affine: [affine, (inputs, outputs) => new Dense(inputs, outputs)],
  relu: [relu, () => new ReLU()],
  "relu with another slope at 0": [reluAtZero, () => new ReLU()],
  sigmoid: [sigmoid, () => new Sigmoid()],
  "batch normalization, made anew": [batchNorm, (width) => new BatchNorm(width)],
  "batch normalization by the graph": [batchNormByGraph(), (width) => new BatchNorm(width)],
  "layer normalization": [layerNorm, (width) => new LayerNorm(width)],
  dropout: [() => dropout(0.7, 5), () => new Dropout(0.3, { random: new RandomState(5) })],
};

describe("the course's formulas pass", () => {
  test.each(Object.entries(functions))("%s", (_, [mine, like]) => {
    expect(String(checkLayer(mine, { like }))).toMatch(/^checkLayer passed/);
  });

  test.each([1, 2, 3, 4, 5])("with inputs of seed %i too", (seed) => {
    for (const [mine, like] of Object.values(functions)) {
      expect(String(checkLayer(mine, { like, random: new RandomState(seed) }))).toMatch(/^checkLayer passed/);
    }
  });
});

/** A fully connected layer with names of its own. */
class Affine extends Layer {
  override readonly inputs: number;
  override readonly outputs: number;
  override readonly parameters;

  constructor(inputs: number, outputs: number) {
    super();
    this.inputs = inputs;
    this.outputs = outputs;
    this.parameters = [
      parameter("b", Matrix.zeros(1, outputs), "bias"),
      parameter("W", Matrix.zeros(inputs, outputs), "weight"),
    ] as const;
  }

  protected override compute(x: Matrix): Computed {
    const [b, W] = this.parameters;
    return {
      y: x.matmul(W.value).add(b.value),
      back(G) {
        W.gradient.addInPlace(x.transpose().matmul(G));
        b.gradient.addInPlace(G.sum(0));
        return G.matmul(W.value.transpose());
      },
    };
  }
}

/** Dropout whose generator has another name. */
class Dropped extends Layer {
  override readonly elementwise = true;
  override readonly state = { generator: new RandomState() };

  protected override compute(x: Matrix, { training }: Pass): Computed {
    if (!training) return { y: x, back: (G) => G };
    const mask = this.state.generator.rand(x.rows, x.cols).less(0.7).divide(0.7);
    return { y: x.multiply(mask), back: (G) => G.multiply(mask) };
  }
}

describe("an own class passes", () => {
  test("with parameters of other names, in another order", () => {
    const report = checkLayer((inputs, outputs) => new Affine(inputs, outputs), {
      like: (inputs, outputs) => new Dense(inputs, outputs),
    });
    expect(String(report)).toMatch(/^checkLayer passed/);
  });

  test("as an instance beside a function, which makes the same width", () => {
    const like: LayerMaker = (inputs, outputs) => new Dense(inputs, outputs);
    expect(checkLayer(new Affine(3, 4), { like }).passed).toBe(true);
    expect(
      checkLayer((inputs, outputs) => new Affine(inputs, outputs), { like: new Dense(3, 4) }).passed,
    ).toBe(true);
  });

  test("with a generator of its own, which begins where that of the library does", () => {
    expect(String(checkLayer(new Dropped(), { like: new Dropout(0.3) }))).toMatch(/^checkLayer passed/);
  });

  test("with two parameters of one name, and one that is called x", () => {
    class Unnamed extends Affine {
      override readonly parameters = [
        parameter("x", Matrix.zeros(1, this.outputs), "bias"),
        parameter("x", Matrix.zeros(this.inputs, this.outputs), "weight"),
      ] as const;
    }
    const make: LayerMaker = (inputs, outputs) => new Unnamed(inputs, outputs);
    expect(String(checkLayer(make, { like: make }))).toMatch(/^checkLayer passed/);
  });

  test("where the width of the columns is that of its parameters", () => {
    class Factors extends Layer {
      override readonly elementwise = true;
      override readonly parameters = [parameter("factors", Matrix.full(1, 3, 1), "weight")] as const;

      protected override compute(x: Matrix): Computed {
        const [{ value, gradient }] = this.parameters;
        return {
          y: x.multiply(value),
          back(G) {
            gradient.addInPlace(G.multiply(x).sum(0));
            return G.multiply(value);
          },
        };
      }
    }
    expect(checkLayer(new Factors(), { like: new Factors() }).passed).toBe(true);
  });
});

describe("what is checked stays as it was", () => {
  test("parameters, gradients, running statistics and generators", () => {
    const random = new RandomState(0);
    const model = sequential(new Dense(3, 4, { random }), new BatchNorm(4), new Dropout(0.5, { random }));
    model.forward(random.randn(5, 3));
    model.backward(random.randn(5, 4));
    const before = JSON.stringify([
      model.parameters.map(({ value, gradient }) => [value, gradient]),
      model.state,
      random.getState(),
    ]);
    expect(checkLayer(model, { like: model }).passed).toBe(true);
    const after = JSON.stringify([
      model.parameters.map(({ value, gradient }) => [value, gradient]),
      model.state,
      random.getState(),
    ]);
    expect(after).toBe(before);
  });

  test("a forward pass that waits for its way back", () => {
    const layer = new Dense(2, 2);
    layer.forward(Matrix.full(1, 2, 3));
    checkLayer(layer, { like: layer });
    layer.backward(Matrix.full(1, 2, 1));
    expect(layer.weights.gradient.toArray()).toEqual([
      [3, 3],
      [3, 3],
    ]);
  });
});
