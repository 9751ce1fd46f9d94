import {
  Dense,
  Embedding,
  gradientCheck,
  Matrix,
  PassError,
  RandomState,
  ShapeError,
  sequential,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";
import { golden } from "../support/golden.js";

type Rows = number[][];

interface Case {
  readonly x: Rows;
  readonly weights: Rows;
  readonly gradient: Rows;
  readonly y: Rows;
  readonly dWeights: Rows;
}

test.each(golden<Case>("embedding").map((one, i) => [i, one] as const))(
  "gives PyTorch's results and gradients (case %i)",
  (_i, { x, weights, gradient, y, dWeights }) => {
    const [steps, width] = [x[0]?.length as number, weights[0]?.length as number];
    const layer = new Embedding(weights.length, width, { steps, weights: () => Matrix.fromRows(weights) });
    expect(layer.forward(Matrix.fromRows(x)).toArray()).toEqual(y);
    expect(layer.predict(Matrix.fromRows(x)).toArray()).toEqual(y);
    expect(layer.backward(Matrix.fromRows(gradient))).toBeUndefined();
    expect(distance(layer.weights.gradient, dWeights, 1)).toBeLessThan(1e-14);
  },
);

const vectors = Matrix.fromRows([
  [1, 2],
  [3, 4],
  [5, 6],
]);
const layerOf = (steps: number) => new Embedding(3, 2, { steps, weights: () => vectors });

test("puts the vectors of a row side by side", () => {
  expect(layerOf(3).predict(Matrix.fromRows([[2, 0, 1]]))).toEqual(Matrix.fromRows([[5, 6, 1, 2, 3, 4]]));
});

test("takes one index a row if nothing else is said, and -0 for 0", () => {
  const layer = new Embedding(3, 2, { weights: () => vectors });
  expect(layer.predict(Matrix.fromRows([[1], [-0]])).toArray()).toEqual([
    [3, 4],
    [1, 2],
  ]);
});

test("sums what goes back to a vector that stood in several places, and gives the others nothing", () => {
  const layer = layerOf(2);
  layer.forward(
    Matrix.fromRows([
      [2, 2],
      [0, 2],
    ]),
  );
  layer.backward(
    Matrix.fromRows([
      [1, 10, 2, 20],
      [3, 30, 4, 40],
    ]),
  );
  expect(layer.weights.gradient.toArray()).toEqual([
    [3, 30],
    [0, 0],
    [7, 70],
  ]);
});

test("starts with normal vectors, the same for the same seed", () => {
  const made = () => new Embedding(200, 50, { random: new RandomState(3) }).weights.value;
  expect(made()).toEqual(made());
  expect(made()).toEqual(new RandomState(3).randn(200, 50));
});

test("says how wide it is", () => {
  expect(String(new Embedding(50, 8, { steps: 3 }))).toBe("Embedding 3 -> 24, 400 parameters");
});

test("takes no rows", () => {
  const layer = layerOf(2);
  expect(layer.forward(Matrix.zeros(0, 2)).shape).toEqual([0, 4]);
  layer.backward(Matrix.zeros(0, 4));
  expect(layer.weights.gradient.abs().sum()).toBe(0);
});

describe("first in a model", () => {
  const seeded = (seed: number) => ({ random: new RandomState(seed) });
  const layers = () => [new Embedding(5, 3, { steps: 2, ...seeded(1) }), new Dense(6, 2, seeded(2))] as const;
  const model = () => sequential(...layers());
  const x = Matrix.fromRows([
    [0, 4],
    [2, 2],
    [1, 0],
  ]);

  test("learns with the layers behind it", () => {
    const report = gradientCheck(model(), x, { inputGradient: false });
    expect(report.passed, String(report)).toBe(true);
    expect(report.checked).toBe(5 * 3 + 6 * 2 + 2);
  });

  test("has no gradient of x to give", () => {
    const subject = model();
    subject.forward(x);
    expectError(
      () => subject.backward(Matrix.full(3, 2, 1), { inputGradient: true }),
      TypeError,
      "Embedding.backward: dL/dx was asked for",
      "expected no inputGradient",
    );
    expectError(() => gradientCheck(subject, x), TypeError, "in gradientCheck inputGradient: false");
  });

  test("is as good as new after that", () => {
    const [failed, fresh] = [model(), model()];
    const G = new RandomState(3).randn(3, 2);
    failed.forward(x);
    expect(() => failed.backward(G, { inputGradient: true })).toThrow(TypeError);
    expect(() => failed.backward(G)).toThrow(PassError);
    for (const each of [failed, fresh]) {
      each.forward(x);
      each.backward(G);
    }
    expect(frozen(failed.parameters)).toEqual(frozen(fresh.parameters));
  });

  test("gives the bits of small batches in a large one, which is taken in parts", () => {
    const [rows, random] = [200_000, new RandomState(4)];
    const large = Matrix.fromArray(random.randint(5, undefined, 2 * rows), rows, 2);
    const G = random.randn(rows, 2);
    const [whole, [embedding, dense]] = [model(), layers()];
    expect(whole.forward(large)).toEqual(dense.forward(embedding.forward(large)));
    whole.backward(G);
    embedding.backward(dense.backward(G, { inputGradient: true }));
    expect(frozen(whole.parameters)).toEqual(frozen([...embedding.parameters, ...dense.parameters]));
  });

  test("names the place of a wrong index in a large batch", () => {
    const large = Matrix.zeros(200_000, 2);
    large.data[2 * 199_998 + 1] = 5;
    expectError(
      () => model().predict(large),
      RangeError,
      "Embedding: x[199998, 1] is 5; expected an integer from 0 to 4",
    );
  });
});

const one = (index: number) => () => layerOf(1).forward(Matrix.fromRows([[0], [index]]));
const failures: Failure[] = [
  ["an index that is too large", one(3), RangeError, "Embedding: x[1, 0] is 3", "from 0 to 2"],
  ["a negative index", one(-1), RangeError, "Embedding: x[1, 0] is -1", "from 0 to 2"],
  ["a fraction", one(0.5), RangeError, "Embedding: x[1, 0] is 0.5", "an integer from 0 to 2"],
  ["NaN", one(Number.NaN), RangeError, "Embedding.forward: x[1, 0] is NaN"],
  [
    "another number of indices",
    () => layerOf(2).forward(Matrix.zeros(4, 3) as Matrix),
    ShapeError,
    "x has 3 columns, the layer takes 2",
  ],
  ["no vectors", () => new Embedding(0, 2), RangeError, "Embedding: count is 0", "at least 1"],
  ["vectors without numbers", () => new Embedding(2, 0), RangeError, "Embedding: width is 0", "at least 1"],
  ["no columns", () => new Embedding(2, 2, { steps: 0 }), RangeError, "Embedding: steps is 0", "at least 1"],
  [
    "more columns of y than there are integers",
    () => new Embedding(1, 2, { steps: 2 ** 53 - 1 }),
    RangeError,
    "Embedding: steps * width is",
    "a safe integer",
  ],
  [
    "a misspelt option",
    () => new Embedding(2, 2, { step: 2 } as never),
    TypeError,
    'Embedding: unknown option "step"',
    "steps, weights, random",
  ],
  [
    "vectors of another width",
    () => new Embedding(3, 4, { weights: () => vectors }),
    ShapeError,
    "Embedding: what the initializer of the weights made is 3 x 2, what the layer needs is 3 x 4",
  ],
];
test.each(failures)("%s is refused", (_title, call, kind, ...parts) => expectError(call, kind, ...parts));
