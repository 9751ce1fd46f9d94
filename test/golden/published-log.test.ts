import { readFileSync } from "node:fs";
import {
  accuracy,
  Dense,
  type Initializer,
  L2,
  normal,
  RandomState,
  ReLU,
  type Sequential,
  SGD,
  sequential,
  softmaxCrossEntropy,
  spiral,
} from "spiralnet";
import { describe, expect, test } from "vitest";

interface Log {
  readonly iterations: number;
  readonly every: number;
  readonly loss: readonly string[];
  readonly trainingAccuracy: string;
}

const published: { linear: Log; twoLayer: Log } = JSON.parse(
  readFileSync(new URL("./published-log.json", import.meta.url), "utf8"),
);

/** The article's data, and its generator after them. */
function articleData() {
  const random = new RandomState(0);
  return { random, ...spiral({ classes: 3, pointsPerClass: 100, random }) };
}

type Data = ReturnType<typeof articleData>;

/** The article's loop: full batch, step size 1, strength 1e-3. */
function train(model: Sequential<2, 3>, { x, y }: Data, { iterations, every }: Log) {
  const l2 = new L2(1e-3);
  const sgd = new SGD(model.parameters, { learningRate: 1 });
  const losses: number[] = [];
  for (let i = 0; i < iterations; i++) {
    const { loss: dataLoss, gradient } = softmaxCrossEntropy(model.forward(x), y);
    model.backward(gradient);
    const loss = dataLoss + l2.apply(model.parameters);
    if (i % every === 0) losses.push(loss);
    sgd.step();
  }
  return { losses, trainingAccuracy: accuracy(model.predict(x), y).toFixed(2) };
}

const weights: Initializer = normal(0.01);

describe("the published logs come out", () => {
  test("of the softmax classifier, all 20 lines to the printed digit", () => {
    const data = articleData();
    data.random.randn(18); // the author had initialised three times before
    const model = sequential(new Dense(2, 3, { weights, random: data.random }));
    const { losses, trainingAccuracy } = train(model, data, published.linear);
    expect(losses.map((loss) => loss.toFixed(6))).toEqual(published.linear.loss);
    expect(trainingAccuracy).toBe(published.linear.trainingAccuracy);
  });

  test("of the two-layer network, to the printed digit up to iteration 6000 and within 5e-6 after", () => {
    const data = articleData();
    data.random.randn(24); // those 18, and the linear classifier's 6
    const { random } = data;
    const model = sequential(
      new Dense(2, 100, { weights, random }),
      new ReLU(),
      new Dense(100, 3, { weights, random }),
    );
    const { losses, trainingAccuracy } = train(model, data, published.twoLayer);
    expect(losses).toHaveLength(10);
    expect(losses.slice(0, 7).map((loss) => loss.toFixed(6))).toEqual(published.twoLayer.loss.slice(0, 7));
    for (const [i, loss] of losses.entries()) {
      expect(Math.abs(loss - Number(published.twoLayer.loss[i]))).toBeLessThan(5e-6);
    }
    expect(trainingAccuracy).toBe(published.twoLayer.trainingAccuracy);
  }, 300_000);
});
