import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { loadBuilds } from "./builds.js";

// If a program imports the package and a dependency of it requires the package, both builds are in one
// process.

const builds = await loadBuilds();
const [esm, cjs] = builds;
const directions = [
  { from: esm, to: cjs },
  { from: cjs, to: esm },
];

test.each(builds)("pictures of the $name build throw the errors of its core", ({ library, plot }) => {
  const { Matrix, ShapeError } = library;
  expect(() => plot.scatter({ x: Matrix.zeros(5, 2), y: [0] })).toThrow(ShapeError);
});

test.each(builds)(
  "homework of the $name build is checked with the classes of its core",
  ({ library, check }) => {
    const { Dense, Matrix, RandomState, SGD, softmaxCrossEntropy } = library;
    const like = (inputs: number, outputs: number) => new Dense(inputs, outputs);
    class Doubled extends Dense {
      override predict(): never {
        throw new Error("not called");
      }
    }
    expect(String(check.checkLayer(like, { like }))).toBe("checkLayer passed: like Dense on 12 inputs");
    expect(check.checkLayer(new Doubled(2, 3), { like }).difference?.message).toContain("overrides predict");
    const loss = check.checkLoss((scores) => [0, scores], {
      like: softmaxCrossEntropy,
      random: new RandomState(0),
    });
    expect(Object.values(loss.input)[0]).toBeInstanceOf(Matrix);
    const sgd = (parameters: InstanceType<typeof SGD>["parameters"]) =>
      new SGD(parameters, { learningRate: 1 });
    expect(check.checkOptimizer(sgd, { like: sgd }).passed).toBe(true);
  },
);

describe.each(directions)("$from.name objects in calls to $to.name", ({ from, to }) => {
  const { library: here, node: nodeHere } = from;
  const { library: there, plot: plotThere } = to;

  test("have classes of their own", () => {
    expect(new here.ReLU()).not.toBeInstanceOf(there.ReLU);
    expect(here.Matrix.zeros(1, 1)).not.toBeInstanceOf(there.Matrix);
  });

  test("matrices are multiplied, added and compared", () => {
    const left = there.Matrix.identity(2);
    const right = here.Matrix.fromRows([[3, 4]]);
    expect(right.matmul(left).toArray()).toEqual([[3, 4]]);
    expect(left.add(right).toArray()).toEqual([
      [4, 4],
      [3, 5],
    ]);
    expect(left.equals(here.Matrix.identity(2))).toBe(true);
  });

  test("layers, generator, loss, regularizer and optimizer train one model", () => {
    const random = new here.RandomState(0);
    const { x, y } = here.spiral({ classes: 3, pointsPerClass: 20, random });
    const model = there.sequential(new here.Dense(2, 8, { random }), new there.ReLU(), new here.Dense(8, 3));
    const l2 = new here.L2(1e-3);
    const sgd = new here.SGD(model.parameters, { learningRate: 0.5 });
    const losses = Array.from({ length: 50 }, () => {
      const { loss, gradient } = here.softmaxCrossEntropy(model.forward(x), y);
      model.backward(gradient);
      sgd.step();
      return loss + l2.apply(model.parameters);
    });
    expect(losses.at(-1)).toBeLessThan(losses[0] as number);
  });

  test("a model is a part of a model, with the gradients of one copy alone", () => {
    const gradients = (inner: typeof here) => {
      const random = new there.RandomState(0);
      const model = there.sequential(
        new there.Dense(2, 2, { random }),
        inner.sequential(new inner.Dense(2, 4, { random }), new inner.ReLU()),
        new there.Dense(4, 3, { random }),
      );
      model.forward(
        there.Matrix.fromRows([
          [1, 2],
          [3, 4],
        ]),
      );
      model.backward(there.Matrix.full(2, 3, 1));
      return model.parameters.map(({ gradient }) => gradient.toArray());
    };
    expect(gradients(here)).toEqual(gradients(there));
  });

  test("the gradient of a layer is checked", () => {
    const report = there.gradientCheck(new here.Dense(2, 3), here.Matrix.fromRows([[1, -2]]));
    expect(report.passed).toBe(true);
  });

  test("a model and its training are saved and restored", async () => {
    const model = new here.Dense(2, 3);
    const random = new here.RandomState(1);
    const path = join(inject("project"), `${to.name}.safetensors`);
    await nodeHere.saveCheckpoint(
      path,
      there.stateOf(model, { random, metadata: { model: model.weights.value } }),
    );
    const other = new there.Dense(2, 3);
    const otherRandom = new there.RandomState(2);
    there.restore(other, await nodeHere.loadCheckpoint(path), { random: otherRandom });
    expect(other.weights.value.toArray()).toEqual(model.weights.value.toArray());
    expect(otherRandom.rand()).toBe(random.rand());
  });

  test("homework is checked", () => {
    const { checkLayer } = to.check;
    expect(checkLayer(new here.Dense(2, 3), { like: new there.Dense(2, 3) }).passed).toBe(true);
    expect(checkLayer(new here.Dropout(0.5), { like: new here.Dropout(0.5) }).passed).toBe(true);
  });

  test("a model is drawn", () => {
    const data = here.spiral({ classes: 3, pointsPerClass: 5 });
    expect(plotThere.decisionRegions(here.sequential(new here.Dense(2, 3)), data)).toMatch(/^<svg/);
  });
});
