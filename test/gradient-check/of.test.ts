import {
  type FunctionCheckOptions,
  gradientCheck,
  Matrix,
  RandomState,
  ShapeError,
  softmaxCrossEntropy,
} from "spiralnet";
import { describe, expect, test, vi } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const random = new RandomState(7);
const x = random.randn(4, 3);
const w = random.randn(3, 2);
const dout = random.randn(4, 2);
const squares = (at: Matrix) => 0.5 * at.multiply(at).sum();
const product = (at: Matrix) => x.matmul(at);
const dw = x.transpose().matmul(dout);

describe("a right gradient passes", () => {
  test("of a function that returns a number", () => {
    const report = gradientCheck.of(squares, x, x);
    expect(report).toMatchObject({ passed: true, problems: [], checked: 12, total: 12, tolerance: 1e-6 });
    expect(report.worst?.name).toBe("x");
    expect(String(report)).toMatch(/^gradient check passed: 12 derivatives, the worst relative error is /);
  });

  test("of one that returns a matrix, with its gradient", () => {
    expect(gradientCheck.of(product, w, dw, { outputGradient: dout })).toMatchObject({
      passed: true,
      checked: 6,
    });
  });

  test("of the sum of a matrix, if no gradient is given", () => {
    const ones = Matrix.full(4, 2, 1);
    expect(gradientCheck.of(product, w, x.transpose().matmul(ones)).passed).toBe(true);
    expect(gradientCheck.of(product, w, dw).passed).toBe(false);
  });

  test("of weights that the function finds elsewhere", () => {
    const net = { w: w.copy() };
    const loss = () => softmaxCrossEntropy(x.matmul(net.w), [0, 1, 1, 0]);
    const gradient = x.transpose().matmul(loss().gradient);
    expect(gradientCheck.of(() => loss().loss, net.w, gradient).passed).toBe(true);
    expect(gradientCheck.of(() => loss().loss, net.w, gradient.multiply(4)).passed).toBe(false);
  });

  test("of a function that returns x itself", () => {
    expect(gradientCheck.of((at) => at, x, x, { outputGradient: x }).passed).toBe(true);
  });

  test("of one that writes each result to the same matrix", () => {
    const out = Matrix.zeros(4, 3);
    const cubes = (at: Matrix) => out.assignInPlace(at.map((value) => value ** 3));
    expect(gradientCheck.of(cubes, x, x.multiply(x).multiply(3)).passed).toBe(true);
  });

  test("of one that writes other numbers to where dx and outputGradient are", () => {
    const [dx, outputGradient] = [dw.copy(), dout.copy()];
    const careless = (at: Matrix) => {
      dx.multiplyInPlace(2);
      outputGradient.multiplyInPlace(-1);
      return x.matmul(at);
    };
    expect(gradientCheck.of(careless, w, dx, { outputGradient }).passed).toBe(true);
  });

  test("of matrices of another copy of the package", async () => {
    vi.resetModules();
    const other = await import("spiralnet");
    expect(other.Matrix).not.toBe(Matrix);
    const [there, here] = [other.Matrix.full(2, 2, 3), Matrix.full(2, 2, 3)];
    expect(gradientCheck.of(squares, there, here).passed).toBe(true);
    expect(gradientCheck.of(() => there, here, here.multiply(0), { outputGradient: there }).passed).toBe(
      true,
    );
  });

  test("of no numbers", () => {
    const none = Matrix.zeros(0, 3);
    const report = gradientCheck.of((at) => at, none, none);
    expect(report).toMatchObject({ passed: true, checked: 0, total: 0, worst: undefined });
  });

  test("if options are undefined", () => {
    const names = ["outputGradient", "name", "samples", "random", "step", "tolerance"];
    const options = Object.fromEntries(names.map((name) => [name, undefined]));
    expect(gradientCheck.of(squares, x, x, options)).toMatchObject({ passed: true, tolerance: 1e-6 });
  });
});

describe("a wrong gradient is found and named", () => {
  const wrong = x.copy();
  wrong.data[7] = (wrong.data[7] as number) * 1.001;

  test("with its place and the name given", () => {
    const report = gradientCheck.of(squares, x, wrong, { name: "W1" });
    expect(report).toMatchObject({ passed: false, problems: [], worst: { name: "W1", row: 2, col: 1 } });
    expect(String(report)).toContain(`\n  W1[2, 1]: analytic ${wrong.data[7]}, numeric `);
  });

  test("with a diagnosis, if a usual mistake explains it", () => {
    const negative = gradientCheck.of(squares, x, x.negate(), { name: "W1" });
    expect(negative.diagnoses[0]).toMatchObject({ kind: "sign", name: "W1" });
    expect(String(negative)).toContain("\ndiagnosis: The gradient of W1 has the wrong sign");
    const mean = gradientCheck.of(product, w, dw.divide(4), { outputGradient: dout });
    expect(mean.diagnoses[0]).toMatchObject({ kind: "factor", name: "x" });
    expect(gradientCheck.of(squares, x, x).diagnoses).toEqual([]);
  });

  test("with a diagnosis from samples alone", () => {
    const report = gradientCheck.of(squares, x, x.negate(), { samples: 4 });
    expect(report).toMatchObject({ checked: 4, total: 12, diagnoses: [{ kind: "sign" }] });
  });

  test("unless the tolerance allows it", () => {
    expect(gradientCheck.of(squares, x, wrong, { tolerance: 0.01 }).passed).toBe(true);
  });

  test("but in a sample only by chance", () => {
    const sampleWith = (seed: number) => new RandomState(seed).choice(12, 3, { replace: false }).includes(7);
    const seeds = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    const found = seeds.filter((seed) => {
      const report = gradientCheck.of(squares, x, wrong, { samples: 3, random: new RandomState(seed) });
      expect(report).toMatchObject({ checked: 3, total: 12 });
      return !report.passed;
    });
    expect(found).toEqual(seeds.filter(sampleWith));
    expect(found.length).toBeGreaterThan(0);
  });
});

test("the step is how far a number moves", () => {
  const seen = new Set<number>();
  const watched = (at: Matrix) => {
    seen.add(at.get(0, 0));
    return at.get(0, 0);
  };
  gradientCheck.of(watched, Matrix.zeros(1, 1), Matrix.full(1, 1, 1), { step: 0.5 });
  expect([...seen].sort()).toEqual([-0.5, 0, 0.5]);
});

test("a kink is a warning and no mistake", () => {
  const at = Matrix.fromRows([[0, 1, -1]]);
  const report = gradientCheck.of((v) => v.maximum(0), at, Matrix.fromRows([[0, 1, 0]]));
  expect(report.passed).toBe(true);
  expect(report.kinks).toMatchObject([{ name: "x", row: 0, col: 0 }]);
});

test("a sample of a large x costs two calls each", () => {
  const large = random.randn(100, 100);
  const calls = [4, 5].map((samples) => {
    const f = vi.fn(squares);
    expect(gradientCheck.of(f, large, large, { samples }).checked).toBe(samples);
    return f.mock.calls.length;
  });
  expect(calls).toEqual([3 + 2 * 4, 3 + 2 * 5]);
});

describe("what makes slopes meaningless is told as a problem, and nothing is compared", () => {
  test("two calls that give different numbers", () => {
    let calls = 0;
    const report = gradientCheck.of(() => ++calls, x, x);
    expect(report).toMatchObject({ passed: false, checked: 0, problems: [{ kind: "passes-differ" }] });
    expect(report.problems[0]?.message).toBe(
      "f changes from call to call: f(x)[0, 0] is 2; expected 1 again, " +
        "with all random numbers drawn anew from the same seed",
    );
    expect(calls).toBe(2);
  });

  test("two calls that give different matrices", () => {
    const noise = new RandomState(0);
    const report = gradientCheck.of((at) => at.add(noise.rand(1, 3)), x, x);
    expect(report.problems).toMatchObject([{ kind: "passes-differ" }]);
    expect(String(report)).toContain("problem: f changes from call to call: f(x)[0, 0] is ");
  });

  test("even in one matrix that both share", () => {
    const out = Matrix.zeros(4, 3);
    const report = gradientCheck.of(() => out.addInPlace(1), x, x);
    expect(report.problems).toMatchObject([{ kind: "passes-differ" }]);
  });

  test("a function that writes to x", () => {
    const at = x.copy();
    const report = gradientCheck.of((v) => v.multiplyInPlace(2).sum(), at, at);
    expect(report).toMatchObject({ passed: false, checked: 0 });
    expect(report.problems).toEqual([
      { kind: "argument-written", message: "f writes to x; expected it to be left as it is" },
    ]);
    expect(at.equals(x)).toBe(true);
  });
});

describe("x is as it was", () => {
  test("after a check", () => {
    const at = x.copy();
    gradientCheck.of(squares, at, at);
    expect(at.equals(x)).toBe(true);
  });

  test("if f throws in any of its calls", () => {
    const at = x.copy();
    const counted = vi.fn(squares);
    gradientCheck.of(counted, at, at);
    const all = counted.mock.calls.length;
    for (let last = 0; last < all; last++) {
      let calls = 0;
      const breaking = (v: Matrix) => {
        if (++calls > last) throw new Error("no more");
        return squares(v);
      };
      expect(() => gradientCheck.of(breaking, at, at)).toThrow("no more");
      expect(at.equals(x)).toBe(true);
    }
  });

  test("if f writes to it and throws", () => {
    const at = x.copy();
    const breaking = (v: Matrix) => {
      v.data.fill(9);
      throw new Error("no more");
    };
    expect(() => gradientCheck.of(breaking, at, at)).toThrow("no more");
    expect(at.equals(x)).toBe(true);
  });
});

test("a report of a function is plain data", () => {
  const report = gradientCheck.of(squares, x, x.multiply(2), { samples: 3 });
  expect(report.diagnoses).toHaveLength(1);
  expect(JSON.parse(JSON.stringify(report))).toEqual({ ...report });
});

const check = (f: unknown, at: unknown, dx: unknown, options?: unknown) =>
  gradientCheck.of(f as () => number, at as Matrix, dx as Matrix, options as FunctionCheckOptions);

const unmoved = x.copy();
/** Gives another result when x has moved. */
const later = (first: unknown, then: unknown) => (at: Matrix) => (at.equals(unmoved) ? first : then);

const failures: Failure[] = [
  [
    "no function",
    () => check(undefined, x, x),
    TypeError,
    "gradientCheck.of: f is undefined; expected a function",
  ],
  ["a matrix for f", () => check(x, x, x), TypeError, "gradientCheck.of: f is an object of type Matrix"],
  ["a class for f", () => check(Matrix, x, x), TypeError, "gradientCheck.of: f is a class Matrix"],
  [
    "no x",
    () => check(squares, undefined, x),
    TypeError,
    "gradientCheck.of: x is undefined; expected a Matrix",
  ],
  [
    "NaN in x",
    () => check(squares, Matrix.full(1, 2, Number.NaN), x),
    RangeError,
    "gradientCheck.of: x[0, 0] is NaN",
  ],
  [
    "no dx",
    () => check(squares, x, undefined),
    TypeError,
    "gradientCheck.of: dx is undefined; expected a Matrix",
  ],
  [
    "NaN in dx",
    () =>
      check(
        squares,
        x,
        x.map(() => Number.NaN),
      ),
    RangeError,
    "gradientCheck.of: dx[0, 0] is NaN",
  ],
  [
    "dx of another shape",
    () => check(squares, x, x.transpose()),
    ShapeError,
    "gradientCheck.of: dx is 3 x 4, x is 4 x 3",
  ],
  [
    "outputGradient of another shape",
    () => check(product, w, dw, { outputGradient: dout.transpose() }),
    ShapeError,
    "gradientCheck.of: outputGradient is 2 x 4, f(x) is 4 x 2",
  ],
  [
    "NaN in outputGradient",
    () => check(product, w, dw, { outputGradient: dout.map(() => Number.NaN) }),
    RangeError,
    "gradientCheck.of: outputGradient[0, 0] is NaN",
  ],
  [
    "outputGradient for a number",
    () => check(squares, x, x, { outputGradient: Matrix.full(1, 1, 1) }),
    TypeError,
    "gradientCheck.of: f(x) is ",
    "expected a Matrix, since outputGradient is given",
  ],
  [
    "a function that returns nothing",
    () => check(() => {}, x, x),
    TypeError,
    "gradientCheck.of: f(x) is undefined; expected a number or a Matrix",
  ],
  [
    "a loss function, which gradientCheck takes",
    () => check((s: Matrix) => softmaxCrossEntropy(s, [0, 1, 1, 0]), x, x),
    TypeError,
    "gradientCheck.of: f(x) is an object of type Object",
  ],
  [
    "an async function",
    () => check(async () => 5, x, x),
    TypeError,
    "gradientCheck.of: f(x) is an object of type Promise",
  ],
  [
    "a function that returns NaN",
    () => check(() => Number.NaN, x, x),
    RangeError,
    "gradientCheck.of: f(x) is NaN",
  ],
  [
    "a function that returns a matrix with an infinity",
    () => check(() => Matrix.full(1, 2, Number.POSITIVE_INFINITY), x, x),
    RangeError,
    "gradientCheck.of: f(x)[0, 0] is Infinity",
  ],
  [
    "a sum that overflows",
    () => check(() => Matrix.full(1, 2, 1e308), x, x),
    RangeError,
    "gradientCheck.of: the sum of outputGradient times f(x) is Infinity",
  ],
  [
    "NaN once x has moved",
    () => check(later(1, Number.NaN), x, x),
    RangeError,
    "gradientCheck.of: f(x) is NaN",
  ],
  [
    "another shape once x has moved",
    () => check(later(x, dout), x, x),
    ShapeError,
    "gradientCheck.of: f(x) is 4 x 2, f(x) in the first call is 4 x 3",
  ],
  [
    "a number once x has moved",
    () => check(later(x, 5), x, x),
    ShapeError,
    "gradientCheck.of: f(x) is 1 x 1, f(x) in the first call is 4 x 3",
  ],
  [
    "a step that rounding swallows",
    () => check(squares, x, x, { step: 1e-20 }),
    RangeError,
    "gradientCheck.of: step is 1e-20, too small to move ",
  ],
  ["an empty name", () => check(squares, x, x, { name: "" }), TypeError, 'gradientCheck.of: name is ""'],
  [
    "an option for layers",
    () => check(squares, x, x, { loss: squares }),
    TypeError,
    'gradientCheck.of: unknown option "loss"',
  ],
  [
    "no samples",
    () => check(squares, x, x, { samples: 0 }),
    RangeError,
    "gradientCheck.of: samples is 0; expected a safe integer of at least 1",
  ],
];

describe.each(failures)("%s", (_title, call, kind, ...parts) => {
  test(`is a ${kind.name} that names gradientCheck.of`, () => {
    const [before, weights] = [x.copy(), w.copy()];
    expectError(call, kind, ...parts);
    expect([x.equals(before), w.equals(weights)]).toEqual([true, true]);
  });
});
