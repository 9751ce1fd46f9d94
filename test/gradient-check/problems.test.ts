import { gradientCheck, type Layer, type Loss, type Matrix, RandomState, sequential, Tanh } from "spiralnet";
import { describe, expect, test } from "vitest";
import {
  Accumulating,
  AccumulatingInput,
  Centred,
  CentredInPredict,
  CentredInTraining,
  CentredOnTheWayBack,
  Counting,
  DividedByOthers,
  KeepsInputGradient,
  KeepsResult,
  KeepsX,
  Noise,
  Overwriting,
  OverwritingOne,
  WritesGradient,
  WritesX,
} from "./support/mistaken-layers.js";

const random = new RandomState(7);
const x = random.randn(4, 3);

const mistakes: [mistake: string, layer: Layer, kind: string, part: string][] = [
  [
    "overwrites a gradient",
    new Overwriting(),
    "gradient-not-added",
    "Overwriting does not add to a gradient",
  ],
  [
    "overwrites one element of a gradient",
    new OverwritingOne(),
    "gradient-not-added",
    "the gradient of factors[0, 1]",
  ],
  [
    "adds up its gradients from step to step",
    new Accumulating(),
    "gradient-kept",
    "Accumulating keeps gradients from pass to pass: the gradient of factors[0, ",
  ],
  ["adds up dL/dx from step to step", new AccumulatingInput(), "gradient-kept", "the gradient of x["],
  [
    "draws from a generator that is not in its state",
    new Noise({ listed: false }),
    "passes-differ",
    "Noise changes from pass to pass: y[",
  ],
  [
    "depends on a matrix that passes change and that is not in its state",
    new Counting({ listed: false }),
    "passes-differ",
    "Counting changes from pass to pass: y[",
  ],
  [
    "declares rowwise: true and mixes rows",
    new Centred(),
    "rows-not-separate",
    "Centred declares rowwise: true, but its rows depend on each other: y[",
  ],
  ["mixes rows in predict alone", new CentredInPredict(), "rows-not-separate", "depend on each other: y["],
  ["mixes rows in training alone", new CentredInTraining(), "rows-not-separate", "depend on each other: y["],
  [
    "mixes rows on the way back alone",
    new CentredOnTheWayBack(),
    "rows-not-separate",
    "depend on each other: the gradient of x[",
  ],
  [
    "can't take a row alone",
    new DividedByOthers(),
    "rows-not-separate",
    'a row alone throws "NonFiniteError: DividedByOthers.forward: ',
  ],
  [
    "keeps x in a field",
    new KeepsX(),
    "rows-not-separate",
    "KeepsX declares rowwise: true, but its rows depend on each other: the gradient of factors[0, ",
  ],
  ["keeps a matrix for its result", new KeepsResult(), "rows-not-separate", "depend on each other: a row"],
  ["keeps a matrix for dL/dx", new KeepsInputGradient(), "rows-not-separate", "depend on each other: a row"],
  ["writes to x", new WritesX(), "argument-written", "WritesX writes to x; expected"],
  [
    "writes to the gradient",
    new WritesGradient(),
    "argument-written",
    "WritesGradient writes to the gradient it is given",
  ],
];

describe.each(mistakes)("a layer that %s", (_mistake, layer, kind, part) => {
  test("fails, for this reason alone", () => {
    const report = gradientCheck(layer, x);
    expect(report.passed).toBe(false);
    expect(report.problems.map((problem) => problem.kind)).toEqual([kind]);
    expect(report.problems[0]?.message).toContain(part);
    expect(String(report)).toContain(`problem: ${report.problems[0]?.message}`);
  });
});

describe("a mistake that is not a wrong derivative", () => {
  test("leaves the comparison of the derivatives as it is", () => {
    for (const layer of [new Overwriting(), new KeepsX()]) {
      const report = gradientCheck(layer, x);
      expect(report.checked).toBe(15);
      expect(report.worst?.relativeError).toBeLessThan(1e-6);
      expect(String(report)).toMatch(
        /^gradient check FAILED: 1 problem, 15 derivatives, the worst relative error is /,
      );
    }
  });

  test("is found within a model, with the parameter's name in it", () => {
    const kinds = (layer: Layer) => gradientCheck(sequential(new Tanh(), layer), x).problems;
    expect(kinds(new Overwriting())).toMatchObject([{ kind: "gradient-not-added" }]);
    expect(kinds(new Overwriting())[0]?.message).toContain("the gradient of 1.factors[0, ");
    expect(kinds(new Accumulating())).toMatchObject([{ kind: "gradient-kept" }]);
    expect(kinds(new Noise({ listed: false }))).toMatchObject([{ kind: "passes-differ" }]);
    expect(kinds(new Centred())).toMatchObject([{ kind: "rows-not-separate" }]);
    expect(kinds(new KeepsX())).toMatchObject([{ kind: "rows-not-separate" }]);
  });

  test("is found without the gradient of x", () => {
    const kinds = (layer: Layer) => gradientCheck(layer, x, { inputGradient: false }).problems;
    expect(kinds(new Overwriting())).toMatchObject([{ kind: "gradient-not-added" }]);
    expect(kinds(new Accumulating())).toMatchObject([{ kind: "gradient-kept" }]);
    expect(kinds(new KeepsX())).toMatchObject([{ kind: "rows-not-separate" }]);
    expect(kinds(new WritesGradient())).toMatchObject([{ kind: "argument-written" }]);
    expect(kinds(new AccumulatingInput())).toEqual([]);
  });

  test("is named beside others", () => {
    class Both extends Overwriting {
      protected override passOn(dx: Matrix): Matrix {
        return dx.subtract(dx.mean(0));
      }
    }
    const report = gradientCheck(new Both(), x);
    expect(report.problems.map(({ kind }) => kind)).toEqual(["gradient-not-added", "rows-not-separate"]);
    expect(String(report)).toMatch(/^gradient check FAILED: 2 problems, 15 derivatives/);
    expect(report.worst?.name).toBe("x");
  });

  test("is found if the gradients are small", () => {
    expect(gradientCheck(new Overwriting(), x.multiply(1e-9)).problems).toHaveLength(1);
  });
});

describe("passes that differ", () => {
  test("are not compared with slopes: there is no kink and no number", () => {
    const report = gradientCheck(new Noise({ listed: false }), x);
    expect(report).toMatchObject({ checked: 0, kinks: [], worst: undefined, passed: false });
    expect(String(report)).toBe(
      `gradient check FAILED: 1 problem, 0 derivatives\nproblem: ${report.problems[0]?.message}`,
    );
  });

  test("are the loss's own if the layer's results are equal", () => {
    const noisy: Loss = (y) => ({ loss: y.sum() + random.rand(), gradient: y.map(() => 1) });
    const report = gradientCheck(new Tanh(), x, { loss: noisy });
    expect(report.problems).toMatchObject([{ kind: "passes-differ" }]);
    expect(report.problems[0]?.message).toContain("Tanh changes from pass to pass: the loss is ");
    expect(report.checked).toBe(0);
  });

  test("are named in a loss function", () => {
    const noisy: Loss = (y) => ({ loss: y.sum() + random.rand(), gradient: y.map(() => 1) });
    const report = gradientCheck(noisy, x);
    expect(report.problems).toMatchObject([{ kind: "passes-differ" }]);
    expect(report.problems[0]?.message).toContain("the loss changes from pass to pass: y[0, 0] is ");
    expect(report.checked).toBe(0);
  });
});

describe("a loss function that writes to its scores", () => {
  const writing: Loss = (scores) => {
    scores.multiplyInPlace(2);
    return { loss: scores.sum(), gradient: scores.map(() => 2) };
  };

  test("fails for this reason alone", () => {
    const report = gradientCheck(writing, x);
    expect(report.problems).toMatchObject([{ kind: "argument-written" }]);
    expect(report.worst?.numeric).toBeCloseTo(2, 6);
  });

  test("says nothing against the layer it is the loss of, whose result it may have", () => {
    expect(gradientCheck(new Tanh(), x, { loss: writing }).passed).toBe(true);
  });
});
