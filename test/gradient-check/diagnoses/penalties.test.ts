import {
  Dense,
  gradientCheck,
  L1,
  L2,
  Matrix,
  type Parameter,
  RandomState,
  type Regularizer,
} from "spiralnet";
import { expect, test } from "vitest";
import { affine } from "../support/affine.js";

const random = new RandomState(1);
const x = random.randn(5, 3);

/** A penalty whose gradient is added as often as `times` says. */
function penalty(right: Regularizer, times: number): Regularizer {
  return {
    penalty: (parameters) => right.penalty(parameters),
    apply(parameters: readonly Parameter[]) {
      const before = parameters.map(({ gradient }) => gradient.copy());
      const value = right.apply(parameters);
      for (const [i, { gradient }] of parameters.entries()) {
        const old = before[i] ?? gradient;
        gradient.assignInPlace(gradient.subtract(old).multiply(times).add(old));
      }
      return value;
    },
  };
}

test.each([
  ["missing", 0, "penalty-missing", "add it after the backward pass"],
  ["added twice", 2, "penalty-twice", "add it once"],
  ["without its half", 0.5, "penalty-factor", "has half of that of the penalty"],
])("a penalty's gradient that is %s", (_mistake, times, kind, words) => {
  for (const right of [new L2(0.1), new L1(0.2)]) {
    const { diagnoses } = gradientCheck(new Dense(3, 2, { random }), x, {
      regularizer: penalty(right, times),
    });
    expect(diagnoses).toHaveLength(1);
    expect(diagnoses[0]).toMatchObject({ kind, name: "weights" });
    expect(diagnoses[0]?.message).toContain(words);
  }
});

test("a penalty's gradient that overwrites the layer's", () => {
  const right = new L2(0.1);
  const regularizer: Regularizer = {
    penalty: (parameters) => right.penalty(parameters),
    apply(parameters) {
      for (const { role, gradient } of parameters) if (role === "weight") gradient.multiplyInPlace(0);
      return right.apply(parameters);
    },
  };
  const report = gradientCheck(new Dense(3, 2, { random }), x, { regularizer });
  expect(report.passed).toBe(false);
  expect(report.diagnoses).toEqual([]);
  expect(report.problems.map(({ kind }) => kind)).toEqual(["penalty-not-added"]);
  expect(report.problems[0]?.message).toMatch(
    /^the regularizer does not add to a gradient that holds as much already: the gradient of weights\[/,
  );
});

test("a layer whose gradient is 0 is not blamed on its regularizer", () => {
  const layer = affine(({ dW, dx }) => ({ dW: dW.multiply(0), dx }));
  const { diagnoses, problems } = gradientCheck(layer, x, { regularizer: new L2(0.1) });
  expect(diagnoses.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["W zeros"]);
  expect(problems).toEqual([]);
});

test("a penalty's gradient that is missing from that of a bare function", () => {
  const W = random.randn(3, 2);
  const loss = () => x.matmul(W).sum() + 0.5 * 0.3 * W.multiply(W).sum();
  const gradient = x.sum(0).transpose().add(W.multiply(0));
  const { diagnoses } = gradientCheck.of(loss, W, gradient, { name: "W" });
  expect(diagnoses.map(({ kind }) => kind)).toEqual(["value-added"]);
  expect(diagnoses[0]?.message).toContain("too small by 0.3 W");
});

test("a penalty does not hide another mistake", () => {
  const regularizer = new L2(0.5);
  const layer = affine(({ dW, G, x }) => ({ dW: dW.divide(5), dx: G.matmul(Matrix.zeros(2, x.cols)) }));
  const { diagnoses } = gradientCheck(layer, x, { regularizer });
  expect(diagnoses.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["W factor", "x zeros"]);
  expect(diagnoses[0]?.message).toContain("0.2 times");
  expect(diagnoses[0]?.evidence).toMatch(/, both without the penalty's gradient$/);
});
