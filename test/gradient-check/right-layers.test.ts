import {
  type Computed,
  Dense,
  Dropout,
  gradientCheck,
  Layer,
  Matrix,
  type Pass,
  parameter,
  RandomState,
  ReLU,
  Residual,
  Sigmoid,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { Counting, Noise } from "./support/mistaken-layers.js";
import { Scale } from "./support/scale.js";

const random = new RandomState(11);
const dense = (inputs: number, outputs: number): Layer => new Dense(inputs, outputs, { random });

class RowwiseDropout extends Dropout {
  override readonly rowwise = true;
}

/** Subtracts the mean of the batch, and in `predict` the running mean. */
class BatchCentring extends Layer {
  override readonly elementwise = true;
  readonly mean = Matrix.zeros(1, 3);
  override readonly state = { mean: this.mean };

  protected override compute(x: Matrix, pass: Pass): Computed {
    if (!pass.training) return { y: x.subtract(this.mean), back: (gradient) => gradient };
    const mean = x.mean(0);
    this.mean.multiplyInPlace(0.9).addInPlace(mean.multiply(0.1));
    return { y: x.subtract(mean), back: (gradient) => gradient.subtract(gradient.mean(0)) };
  }
}

/** Trains through another model by passes of its own, so that it can't stand in two places. */
class Around extends Layer {
  private readonly model = sequential(dense(3, 4), new Tanh());

  protected override compute(x: Matrix): Computed {
    return {
      y: this.model.forward(x),
      back: (gradient) => this.model.backward(gradient, { inputGradient: true }),
    };
  }
}

/** Adds a large number, which is rounded otherwise for a row alone. */
class Raised extends Layer {
  override readonly elementwise = true;
  override readonly rowwise = true;

  protected override compute(x: Matrix): Computed {
    return { y: x.add(x.rows === 1 ? 1e8 : 1e8 + 2e-8), back: (gradient) => gradient };
  }
}

/** A layer with the weights of another one. */
class Linear extends Layer {
  constructor(
    private readonly weights = parameter("weights", random.randn(3, 3), "weight"),
    override readonly parameters = [weights],
  ) {
    super();
  }

  protected override compute(x: Matrix): Computed {
    const { value: W, gradient: dW } = this.weights;
    return {
      y: x.matmul(W),
      back(gradient) {
        dW.addInPlace(x.transpose().matmul(gradient));
        return gradient.matmul(W.transpose());
      },
    };
  }
}

function twice(layer: Layer): Layer {
  return sequential(layer, new Tanh(), layer);
}

function sharing(): Layer {
  const weights = parameter("weights", random.randn(3, 3), "weight");
  return sequential(new Linear(weights), new Tanh(), new Linear(weights));
}

function dropoutsInTurns(): Layer {
  const random = new RandomState(5);
  return sequential(new RowwiseDropout(0.4, { random }), dense(3, 3), new RowwiseDropout(0.4, { random }));
}

const right: [name: string, layer: Layer][] = [
  ["Dense", dense(3, 2)],
  ["ReLU", new ReLU()],
  ["Sigmoid", new Sigmoid()],
  ["Tanh", new Tanh()],
  ["a layer with a parameter of its own", new Scale()],
  ["Dropout, with its generator in its state", new Dropout(0.4, { random: new RandomState(3) })],
  ["a row-wise Dropout", new RowwiseDropout(0.4, { random: new RandomState(3) })],
  ["a layer with batch statistics, which differs in predict", new BatchCentring()],
  ["a layer that counts its passes in its state", new Counting({ listed: true })],
  ["a layer with noise from its state", new Noise({ listed: true })],
  ["a sequence", sequential(dense(3, 4), new Tanh(), dense(4, 2))],
  [
    "models within models",
    sequential(sequential(dense(3, 4), new Tanh()), sequential(sequential(dense(4, 2)))),
  ],
  ["a layer within a layer", new Residual(sequential(dense(3, 5), new Tanh(), dense(5, 3)))],
  ["a layer in two places", twice(dense(3, 3))],
  ["two layers with one weight", sharing()],
  ["two row-wise Dropouts with one generator", dropoutsInTurns()],
  ["biases whose gradient is nothing but rounding", sequential(dense(3, 3), new BatchCentring(), new Tanh())],
  ["a layer whose rows are rounded otherwise alone", new Raised()],
  ["a layer around a model of its own", new Around()],
];

describe.each(right)("%s", (_name, layer) => {
  test.each([
    ["several rows", random.randn(5, 3)],
    ["one row", random.randn(1, 3)],
    ["no rows", Matrix.zeros(0, 3)],
    ["large numbers", random.randn(4, 3).multiply(100)],
  ])("passes with %s", (_rows, x) => {
    const report = gradientCheck(layer, x, { tolerance: 1e-5 });
    expect(report.problems).toEqual([]);
    expect(report.diagnoses).toEqual([]);
    expect(report.passed, String(report)).toBe(true);
  });
});

test("a model with a loss passes, whatever layers it has", () => {
  const model = sequential(
    dense(3, 3),
    new BatchCentring(),
    new Dropout(0.4, { random }),
    new Residual(new Linear()),
    dense(3, 2),
  );
  const loss = (scores: Matrix) => softmaxCrossEntropy(scores, [0, 1, 1, 0]);
  const report = gradientCheck(model, random.randn(4, 3), { loss });
  expect(report.passed, String(report)).toBe(true);
  expect(report.checked).toBe(12 + 9 + 8 + 12);
});

test("forward and predict may differ", () => {
  const layer = new BatchCentring();
  const x = random.randn(4, 3);
  expect(layer.predict(x).equals(layer.forward(x))).toBe(false);
  expect(gradientCheck(layer, x).passed).toBe(true);
});
