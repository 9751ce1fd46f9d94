import { gradientCheck, type Layer, Matrix, parameter, RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";
import { Formulas } from "../support/formulas.js";

const x = new RandomState(1).randn(5, 3);

/** y = x W, with an x for the way back that `kept` chooses. */
function linear(kept: (x: Matrix) => Matrix): Layer {
  const W = parameter("W", new RandomState(2).randn(3, 2), "weight");
  return new Formulas(
    (x) => {
      const used = kept(x);
      return {
        y: x.matmul(W.value),
        back(G) {
          W.gradient.addInPlace(used.transpose().matmul(G));
          return G.matmul(W.value.transpose());
        },
      };
    },
    [W],
  );
}

function keepsFirst(): Layer {
  let first: Matrix | undefined;
  return linear((x) => {
    first ??= x.copy();
    return first;
  });
}

function keepsLast(): Layer {
  let last: Matrix = Matrix.zeros(5, 3);
  return linear((x) => {
    const before = last;
    last = x.copy();
    return before;
  });
}

describe("what a layer keeps of the step before", () => {
  test("is found if it keeps the first x that it sees", () => {
    const { diagnoses } = gradientCheck(keepsFirst(), x);
    expect(diagnoses).toMatchObject([{ kind: "stale", name: "W" }]);
  });

  test("is found if it is always one step behind", () => {
    const { diagnoses, problems } = gradientCheck(keepsLast(), x);
    expect(diagnoses).toMatchObject([{ kind: "stale", name: "W" }]);
    expect(problems).toMatchObject([{ kind: "gradient-kept" }]);
  });

  test("is found if it is a random mask", () => {
    const random = new RandomState(3);
    let mask: Matrix | undefined;
    const layer = new Formulas(
      (x) => {
        const drawn = random.rand(x.rows, x.cols).less(0.5);
        const used = mask ?? drawn;
        mask = drawn;
        return { y: x.multiply(drawn), back: (G) => G.multiply(used) };
      },
      [],
      { random },
    );
    expect(gradientCheck(layer, x).passed).toBe(false);
  });

  test("is a problem, and no diagnosis beside it, if gradients are summed", () => {
    const W = parameter("W", new RandomState(2).randn(3, 2), "weight");
    const sum = Matrix.zeros(3, 2);
    const layer = new Formulas(
      (x) => ({
        y: x.matmul(W.value),
        back(G) {
          W.gradient.addInPlace(sum.addInPlace(x.transpose().matmul(G)));
          return G.matmul(W.value.transpose());
        },
      }),
      [W],
    );
    const { diagnoses, problems } = gradientCheck(layer, x);
    expect(problems).toMatchObject([{ kind: "gradient-kept" }]);
    expect(diagnoses).toEqual([]);
  });
});

test("a layer whose generator is not in its state is told what to do", () => {
  const random = new RandomState(3);
  const layer = new Formulas((x) => {
    const mask = random.rand(x.rows, x.cols).less(0.5);
    return { y: x.multiply(mask), back: (G) => G.multiply(mask) };
  });
  const { diagnoses, problems } = gradientCheck(layer, x);
  expect(diagnoses).toEqual([]);
  expect(problems).toMatchObject([{ kind: "passes-differ" }]);
  expect(problems[0]?.message).toContain("such as random generators, in `state`");
});
