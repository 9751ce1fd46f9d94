import {
  Dense,
  gradientCheck,
  L2,
  type Layer,
  Matrix,
  type Parameter,
  RandomState,
  ReLU,
  ShapeError,
  Sigmoid,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";

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

/** y = x * s, one factor a column; its gradients can be bent. */
class Scale implements Layer {
  readonly factors: Parameter = {
    name: "factors",
    value: Matrix.fromRows([[2, -1, 0.5]]),
    gradient: Matrix.zeros(1, 3),
    role: "weight",
  };
  readonly parameters = [this.factors];
  #x: Matrix = Matrix.zeros(0, 3);

  constructor(
    readonly bendFactors: (gradient: Matrix) => Matrix = (gradient) => gradient,
    readonly bendInput: (gradient: Matrix) => Matrix = (gradient) => gradient,
  ) {}

  predict(input: Matrix): Matrix {
    return input.multiply(this.factors.value);
  }

  forward(input: Matrix): Matrix {
    this.#x = input.copy();
    return this.predict(input);
  }

  backward(gradient: Matrix): Matrix {
    this.factors.gradient.assignInPlace(this.bendFactors(gradient.multiply(this.#x).sum(0)));
    return this.bendInput(gradient.multiply(this.factors.value));
  }
}

/** The gradient with one element changed. */
function bent(gradient: Matrix, index: number, by: number): Matrix {
  const out = gradient.copy();
  out.data[index] = (out.data[index] as number) * by;
  return out;
}

describe("right gradients pass", () => {
  test.each([
    ["a layer", () => gradientCheck(new Dense(3, 2, { random }), x), 6 + 2 + 12],
    ["a layer without parameters", () => gradientCheck(new Sigmoid(), x), 12],
    ["a layer of one's own", () => gradientCheck(new Scale(), x), 3 + 12],
    ["a model", () => gradientCheck(network(), x), 20 + 24 + 10 + 12],
    ["a model with a loss", () => gradientCheck(network(), x, { loss }), 66],
    ["a regularized objective", () => gradientCheck(network(), x, { loss, regularizer: new L2(0.3) }), 66],
    ["a loss function", () => gradientCheck(loss, x), 12],
    ["no examples", () => gradientCheck(new Dense(3, 2, { random }), Matrix.zeros(0, 3)), 8],
  ])("%s", (_name, check, count) => {
    const report = check();
    expect(report.passed).toBe(true);
    expect(report.checked).toBe(count);
    expect(report.worst?.relativeError).toBeLessThan(1e-6);
  });

  test("even where the numbers are large", () => {
    const scores = random.randn(4, 3).multiply(500);
    expect(gradientCheck(loss, scores).passed).toBe(true);
    expect(gradientCheck(new Dense(3, 2, { random }), x.multiply(1e9)).passed).toBe(true);
  });
});

describe("one wrong derivative is found and named", () => {
  test("of a parameter", () => {
    const report = gradientCheck(new Scale((gradient) => bent(gradient, 1, 1.001)), x);
    expect(report.passed).toBe(false);
    expect(report.worst).toMatchObject({ name: "factors", row: 0, col: 1 });
    expect(report.worst?.relativeError).toBeCloseTo(0.001, 5);
    const { analytic, numeric } = report.worst ?? { analytic: 0, numeric: 1 };
    expect(analytic / numeric).toBeCloseTo(1.001, 5);
    expect(String(report)).toContain("FAILED: 15 derivatives");
    expect(String(report)).toContain(`factors[0, 1]: analytic ${analytic}, numeric ${numeric}`);
  });

  test("of the input", () => {
    const report = gradientCheck(new Scale(undefined, (gradient) => bent(gradient, 7, -1)), x);
    expect(report.worst).toMatchObject({ name: "x", row: 2, col: 1 });
    expect(report.worst?.relativeError).toBeCloseTo(2, 5);
  });

  test("of a penalty without its gradient", () => {
    const forgetful = { penalty: () => 0, apply: () => 0 };
    const half = { ...forgetful, penalty: (list: readonly Parameter[]) => new L2(0.3).penalty(list) };
    expect(gradientCheck(network(), x, { loss, regularizer: forgetful }).passed).toBe(true);
    const report = gradientCheck(network(), x, { loss, regularizer: half });
    expect(report.passed).toBe(false);
    expect(report.worst?.name).toMatch(/weights$/);
  });

  test("unless the tolerance allows it", () => {
    const wrong = new Scale((gradient) => bent(gradient, 1, 1.001));
    expect(gradientCheck(wrong, x, { tolerance: 0.01 }).passed).toBe(true);
    expect(gradientCheck(wrong, x, { tolerance: 0.01, step: 1e-4 }).passed).toBe(true);
  });
});

describe("kinks", () => {
  test("of ReLU, at 0 and within a step of it, are warned of and not taken for mistakes", () => {
    const report = gradientCheck(new ReLU(), Matrix.fromRows([[0, 1, -1, 3e-6, -3e-6, 1e-3]]));
    expect(report.passed).toBe(true);
    expect(report.kinks.map(({ col }) => col)).toEqual([0, 3, 4]);
    expect(String(report)).toContain("warning: 3 of them at a kink");
    expect(String(report)).toContain("x[0, 0]: analytic 0");
  });

  test("don't excuse a slope that neither side has", () => {
    class Wrong extends ReLU {
      override backward<N extends number, W extends number>(gradient: Matrix<N, W>): Matrix<N, W> {
        return super.backward(gradient).add(Matrix.full(1, 1, 9)) as Matrix<N, W>;
      }
    }
    expect(gradientCheck(new Wrong(), Matrix.fromRows([[0]])).passed).toBe(false);
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

describe("everything is left as it was", () => {
  test("parameters, gradients and x; a waiting backward is used up", () => {
    const model = network();
    model.forward(x);
    model.backward(Matrix.full(4, 2, 1));
    const before = model.parameters.map(({ value, gradient }) => [value.copy(), gradient.copy()]);
    const input = x.copy();

    gradientCheck(model, x, { loss, regularizer: new L2(0.1) });

    expect(model.parameters.map(({ value, gradient }) => [value, gradient])).toEqual(before);
    expect(x.equals(input)).toBe(true);
    expect(() => model.backward(Matrix.full(4, 2, 1))).toThrow("no forward pass");
  });

  test("also when the loss throws half-way", () => {
    const layer = new Dense(3, 2, { random });
    const [value, gradient] = [layer.weights.value.copy(), layer.weights.gradient.copy()];
    let calls = 0;
    const breaking = (scores: Matrix) => {
      if (++calls > 9) throw new Error("no more");
      return loss(scores);
    };
    expect(() => gradientCheck(layer, x, { loss: breaking })).toThrow("no more");
    expect(layer.weights.value.equals(value)).toBe(true);
    expect(layer.weights.gradient.equals(gradient)).toBe(true);
  });
});

describe("what can't be checked is an error", () => {
  const dense = new Dense(3, 2, { random });
  test.each([
    [
      "a step of 0",
      () => gradientCheck(dense, x, { step: 0 }),
      "gradientCheck: step is 0; expected a finite number above 0",
    ],
    [
      "a negative tolerance",
      () => gradientCheck(dense, x, { tolerance: -1 }),
      "gradientCheck: tolerance is -1",
    ],
    [
      "an infinite tolerance",
      () => gradientCheck(dense, x, { tolerance: Number.POSITIVE_INFINITY }),
      "above 0",
    ],
    [
      "a misspelt option",
      () => gradientCheck(dense, x, { tolerence: 1 } as object),
      'unknown option "tolerence"',
    ],
    [
      "x with NaN",
      () => gradientCheck(dense, Matrix.full(1, 3, Number.NaN)),
      "gradientCheck: x[0, 0] is NaN",
    ],
    [
      "no matrix",
      () => gradientCheck(dense, [[1, 2, 3]] as unknown as Matrix),
      "gradientCheck: x is an array of length",
    ],
    [
      "a loss that is not finite",
      () => gradientCheck((at) => ({ loss: Number.NaN, gradient: at }), x),
      "gradientCheck: the loss is NaN",
    ],
    [
      "a gradient that is not finite",
      () => gradientCheck(new Scale((gradient) => bent(gradient, 2, Number.NaN)), x),
      "the gradient of factors[0, 2] is NaN",
    ],
  ])("%s", (_name, check, message) => {
    expect(check).toThrow(message);
  });

  test("a gradient of another shape", () => {
    const check = () => gradientCheck(new Scale(undefined, (gradient) => gradient.sum(0)), x);
    expect(check).toThrow(ShapeError);
    expect(check).toThrow("gradientCheck: x is 4 x 3, its gradient is 1 x 3: they must be the same");
  });
});
