import {
  type Computed,
  Dense,
  gradientCheck,
  L2,
  Matrix,
  type Parameter,
  RandomState,
  ReLU,
  Sigmoid,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { describe, expect, test, vi } from "vitest";
import { BentScale, bent, Scale } from "./support/scale.js";

const random = new RandomState(7);
const x = random.randn(4, 3);
const labels = [0, 1, 1, 0];
const loss = (scores: Matrix) => softmaxCrossEntropy(scores, labels);
const network = () =>
  sequential(
    new Dense(3, 5, { random }),
    new Tanh(),
    new Dense(5, 4, { random }),
    new ReLU(),
    new Dense(4, 2, { random }),
  );

describe("right gradients pass", () => {
  test.each([
    ["of a layer", () => gradientCheck(new Dense(3, 2, { random }), x), 6 + 2 + 12],
    ["of a layer without parameters", () => gradientCheck(new Sigmoid(), x), 12],
    ["of a layer of one's own", () => gradientCheck(new Scale(), x), 3 + 12],
    ["of a model", () => gradientCheck(network(), x), 20 + 24 + 10 + 12],
    ["of a model with a loss", () => gradientCheck(network(), x, { loss }), 66],
    ["of a loss with a penalty", () => gradientCheck(network(), x, { loss, regularizer: new L2(0.3) }), 66],
    ["of a loss function", () => gradientCheck(loss, x), 12],
    ["of no examples", () => gradientCheck(new Dense(3, 2, { random }), Matrix.zeros(0, 3)), 8],
  ])("%s", (_name, check, count) => {
    const report = check();
    expect(report.passed).toBe(true);
    expect(report.problems).toEqual([]);
    expect(report.checked).toBe(count);
    expect(report.worst?.relativeError).toBeLessThan(1e-6);
  });

  test("if the numbers are large", () => {
    const scores = random.randn(4, 3).multiply(500);
    expect(gradientCheck(loss, scores).passed).toBe(true);
    expect(gradientCheck(new Dense(3, 2, { random }), x.multiply(1e9)).passed).toBe(true);
    expect(gradientCheck(new Tanh(), x.multiply(1e15)).passed).toBe(true);
  });

  test("if the function is so steep that differences are not exact", () => {
    const wave = (share: number) => (at: Matrix) => {
      const angles = at.multiply(300);
      return { loss: angles.map(Math.sin).sum(), gradient: angles.map(Math.cos).multiply(300 * share) };
    };
    expect(gradientCheck(wave(1), x)).toMatchObject({ passed: true, kinks: [] });
    expect(gradientCheck(wave(1 + 2e-6), x).passed).toBe(false);
  });

  test("of a loss that compares the result with x itself", () => {
    const reconstruction = (y: Matrix) => {
      const error = y.subtract(x);
      return { loss: 0.5 * error.multiply(error).sum(), gradient: error };
    };
    const autoencoder = sequential(new Dense(3, 2, { random }), new Dense(2, 3, { random }));
    expect(gradientCheck(autoencoder, x, { loss: reconstruction }).passed).toBe(true);
  });

  test("if options are undefined", () => {
    const names = ["loss", "regularizer", "inputGradient", "step", "tolerance"];
    const options = Object.fromEntries(names.map((name) => [name, undefined]));
    expect(gradientCheck(new Tanh(), x, options)).toMatchObject({ passed: true, tolerance: 1e-6 });
    expect(gradientCheck(loss, x, options).passed).toBe(true);
  });

  test("of the parameters alone, if the gradient of x is not to be checked", () => {
    const wrong = new BentScale(undefined, (dx) => bent(dx, 0, -1));
    expect(gradientCheck(wrong, x).passed).toBe(false);
    expect(gradientCheck(wrong, x, { inputGradient: false })).toMatchObject({ passed: true, checked: 3 });
  });

  test("of the layers, losses and matrices of another copy of the package", async () => {
    vi.resetModules();
    const other = await import("spiralnet");
    expect(other.Dense).not.toBe(Dense);
    const model = other.sequential(new other.Dense(3, 4), new other.Tanh(), new other.Dense(4, 2));
    const points = new other.RandomState(1).randn(4, 3);
    const options = { loss: (scores: Matrix) => other.softmaxCrossEntropy(scores, labels) };
    expect(gradientCheck(model, points, { ...options, regularizer: new other.L2(0.1) })).toMatchObject({
      passed: true,
      checked: 16 + 10 + 12,
    });
    expect(gradientCheck(new other.Dense(3, 2), points).passed).toBe(true);
    expect(gradientCheck(options.loss, points).passed).toBe(true);
  });
});

describe("one wrong derivative is found and named", () => {
  test("if it is a parameter's", () => {
    const report = gradientCheck(new BentScale((gradient) => bent(gradient, 1, 1.001)), x);
    expect(report.passed).toBe(false);
    expect(report.problems).toEqual([]);
    expect(report.worst).toMatchObject({ name: "factors", row: 0, col: 1 });
    expect(
      gradientCheck(new BentScale((gradient) => bent(gradient, 1, 1.001)), x, { inputGradient: false }),
    ).toMatchObject({ passed: false, checked: 3 });
    expect(report.worst?.relativeError).toBeCloseTo(0.001, 5);
    const { analytic, numeric } = report.worst ?? { analytic: 0, numeric: 1 };
    expect(analytic / numeric).toBeCloseTo(1.001, 5);
    expect(String(report)).toContain("FAILED: 15 derivatives, the worst relative error is 1.0e-3");
    expect(String(report)).toContain(`factors[0, 1]: analytic ${analytic}, numeric ${numeric}`);
  });

  test("if it has x in the place of the loss's gradient, even for an x of the usual seeds", () => {
    class InputForGradient extends Scale {
      protected override compute(at: Matrix): Computed {
        const { y } = super.compute(at);
        const back = (gradient: Matrix) => {
          this.take(gradient.multiply(at).sum(0));
          return at.multiply(this.factors.value);
        };
        return { y, back };
      }
    }
    for (let seed = 0; seed < 5; seed++) {
      const usual = new RandomState(seed).randn(4, 3);
      expect(gradientCheck(new InputForGradient(), usual).passed).toBe(false);
    }
  });

  test("if it is the input's", () => {
    const report = gradientCheck(new BentScale(undefined, (dx) => bent(dx, dx.data.length - 1, -1)), x);
    expect(report.worst).toMatchObject({ name: "x", row: 3, col: 2 });
    expect(report.worst?.relativeError).toBeCloseTo(2, 5);
  });

  test("if it is a loss function's", () => {
    const report = gradientCheck((at) => ({ ...loss(at), gradient: bent(loss(at).gradient, 4, 1.01) }), x);
    expect(report.passed).toBe(false);
    expect(report.worst).toMatchObject({ name: "x", row: 1, col: 1 });
  });

  test("if it is a penalty's", () => {
    const none = { penalty: () => 0, apply: () => 0 };
    const half = { ...none, penalty: (list: readonly Parameter[]) => new L2(0.3).penalty(list) };
    expect(gradientCheck(network(), x, { loss, regularizer: none }).passed).toBe(true);
    const report = gradientCheck(network(), x, { loss, regularizer: half });
    expect(report.passed).toBe(false);
    expect(report.worst?.name).toMatch(/weights$/);
  });

  test("if the slope overflows", () => {
    const steep = (at: Matrix) => ({ loss: at.get(0, 0) > 0 ? 1e308 : -1e308, gradient: at.map(() => 0) });
    const report = gradientCheck(steep, Matrix.fromRows([[0, 1]]));
    expect(report.passed).toBe(false);
    expect(report.worst).toMatchObject({ col: 0, relativeError: Number.POSITIVE_INFINITY });
  });

  test("unless the tolerance allows it", () => {
    const wrong = new BentScale((gradient) => bent(gradient, 1, 1.001));
    expect(gradientCheck(wrong, x, { tolerance: 0.01 }).passed).toBe(true);
    expect(gradientCheck(wrong, x, { tolerance: 0.01, step: 1e-4 }).passed).toBe(true);
  });
});

describe("kinks", () => {
  test("of ReLU, at 0 and within a step of it, are warnings and no mistakes", () => {
    const report = gradientCheck(new ReLU(), Matrix.fromRows([[0, 1, -1, 3e-6, -3e-6, 1e-3]]));
    expect(report.passed).toBe(true);
    expect(report.kinks.map(({ col }) => col)).toEqual([0, 3, 4]);
    expect(String(report)).toContain("warning: 3 of them at a kink");
    expect(String(report)).toContain("x[0, 0]: analytic 0");
  });

  test("don't excuse a slope that neither side has", () => {
    const wrong = (at: Matrix) => ({ loss: at.maximum(0).sum(), gradient: at.map(() => 9) });
    const report = gradientCheck(wrong, Matrix.fromRows([[0]]));
    expect(report.kinks).toHaveLength(1);
    expect(report.passed).toBe(false);
  });

  test("are not seen in smooth functions, however they bend", () => {
    expect(gradientCheck(new Tanh(), Matrix.linspace(-3, 3, 50)).kinks).toEqual([]);
    const parabola = (at: Matrix) => ({ loss: at.multiply(at).sum(), gradient: at.multiply(2) });
    expect(gradientCheck(parabola, Matrix.fromRows([[0, 1e-6, 1]]))).toMatchObject({
      passed: true,
      kinks: [],
    });
  });
});

test("each derivative costs two forward passes and no backward pass", () => {
  let forward = 0;
  let back = 0;
  class Counted extends Scale {
    protected override compute(at: Matrix) {
      forward++;
      return super.compute(at);
    }

    protected override take(gradient: Matrix): void {
      back++;
      super.take(gradient);
    }
  }
  gradientCheck(new Counted(), x);
  const [few, fewBack] = [forward, back];
  gradientCheck(new Counted(), random.randn(4, 3).selectRows([0, 1, 2, 3, 0, 1]));
  // 6 more derivatives, and 2 more rows run alone: predict, forward and backward.
  expect(forward - 2 * few).toBe(2 * 6 + 2 * 2);
  expect(back - 2 * fewBack).toBe(2);
});
