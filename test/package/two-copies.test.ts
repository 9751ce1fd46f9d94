import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, inject, test } from "vitest";

// A program and one of its dependencies may each load the package in their own way: the process then has its ESM and its CJS copy.

const project = inject("project");
const require = createRequire(join(project, "program.js"));

type Library = typeof import("spiralnet");
type Plot = typeof import("spiralnet/plot");

const cjs: Library = require("spiralnet");
const cjsPlot: Plot = require("spiralnet/plot");
const esm: Library = await load("index.js");
const esmPlot: Plot = await load("plot.js");

function load(file: string) {
  return import(/* @vite-ignore */ pathToFileURL(join(project, "node_modules/spiralnet/dist", file)).href);
}

const copies = [
  { one: "ESM", other: "CJS", here: esm, there: cjs, plotThere: cjsPlot },
  { one: "CJS", other: "ESM", here: cjs, there: esm, plotThere: esmPlot },
];

test.each([
  ["ESM", esm, esmPlot],
  ["CJS", cjs, cjsPlot],
])("the pictures of the %s copy throw the errors of its core", (_, { Matrix, ShapeError }, { scatter }) => {
  expect(() => scatter({ x: Matrix.zeros(5, 2), y: [0] })).toThrow(ShapeError);
});

describe.each(copies)("what the $one copy makes, given to the $other copy", ({ here, there, plotThere }) => {
  test("is of another class", () => {
    expect(new here.ReLU()).not.toBeInstanceOf(there.ReLU);
    expect(here.Matrix.zeros(1, 1)).not.toBeInstanceOf(there.Matrix);
  });

  test("a matrix is multiplied, added and compared", () => {
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

  test("a layer's gradient is checked", () => {
    const report = there.gradientCheck(new here.Dense(2, 3), here.Matrix.fromRows([[1, -2]]));
    expect(report.passed).toBe(true);
  });

  test("a model is refused by the gradient check, which says why", () => {
    const model = here.sequential(new here.Dense(2, 3));
    expect(() => there.gradientCheck(model, here.Matrix.fromRows([[1, -2]]))).toThrow(
      "gradientCheck: what backward returned is undefined; expected a Matrix",
    );
  });

  test("a model is drawn", () => {
    const data = here.spiral({ classes: 3, pointsPerClass: 5 });
    expect(plotThere.decisionRegions(here.sequential(new here.Dense(2, 3)), data)).toMatch(/^<svg/);
  });
});
