import { inspect } from "node:util";
import { BatchNorm, Dense, type Matrix, RandomState, SGD, softmaxCrossEntropy } from "spiralnet";
import { CheckReport, checkLayer, checkLoss, checkOptimizer, type LayerFunctions } from "spiralnet/check";
import { describe, expect, test } from "vitest";
import { affine } from "./support/course-layers.js";
import { softmaxLoss } from "./support/course-losses.js";
import { momentum } from "./support/course-optimizers.js";

const like = (inputs: number, outputs: number) => new Dense(inputs, outputs);

const meanOfRows: LayerFunctions = {
  ...affine,
  backward(dout, cache) {
    const [dx, dw] = affine.backward(dout, cache as never);
    return [dx, dw, dout.mean(0)] as Matrix[];
  },
};

describe("a report as a student sees it", () => {
  test("that passed", () => {
    expect(String(checkLayer(affine, { like }))).toBe("checkLayer passed: like Dense on 11 inputs");
  });

  test("of a layer with a wrong gradient", () => {
    expect(String(checkLayer(meanOfRows, { like }))).toMatchInlineSnapshot(`
      "checkLayer FAILED: the gradient of biases differs from that of Dense: at [0, 0] it is 1; expected 2
      diagnosis: The gradient of biases is 0.25 times the right one: don't divide it by 4, the number of rows (a sum belongs here, not a mean).
        all 5 numbers checked fit; biases[0, 3] is -0.5548 instead of -2.219
      the smallest input that shows it:
        x       = Matrix.fromRows([[1], [1]])
        weights = Matrix.fromRows([[1]])
        biases  = Matrix.fromRows([[0]])
        dL/dy   = Matrix.fromRows([[1], [1]])
      what comes out:
        [[1]]
      expected:
        [[2]]"
    `);
  });

  test("of a layer whose result is wrong with one row", () => {
    const mine: LayerFunctions = {
      ...affine,
      forward(x, w, b) {
        const [out, cache] = affine.forward(x, w as Matrix, b as Matrix);
        return [x.rows > 1 ? out : out.subtract(b as Matrix), cache];
      },
    };
    expect(String(checkLayer(mine, { like }))).toMatchInlineSnapshot(`
      "checkLayer FAILED: y differs from that of Dense: at [0, 0] it is 0; expected 1
      the smallest input that shows it:
        x       = Matrix.fromRows([[0]])
        weights = Matrix.fromRows([[0]])
        biases  = Matrix.fromRows([[1]])
      what comes out:
        [[0]]
      expected:
        [[1]]"
    `);
  });

  test("of a loss that is a sum", () => {
    const sum = (scores: Matrix, y: ArrayLike<number>) => {
      const [loss, dscores] = softmaxLoss(scores, y);
      return [loss * scores.rows, dscores.multiply(scores.rows)] as const;
    };
    expect(String(checkLoss(sum, { like: softmaxCrossEntropy }))).toMatchInlineSnapshot(`
      "checkLoss FAILED: the loss differs from that of softmaxCrossEntropy: it is 1.386294361; expected 0.6931471806
      diagnosis: The gradient of scores is 4 times the right one: divide it by 4, the number of rows (a mean belongs here, not a sum).
        all 12 numbers checked fit; scores[3, 0] is -0.7906 instead of -0.1976
      the smallest input that shows it:
        scores = Matrix.fromRows([[0, 0], [0, 0]])
        y      = [0, 0]"
    `);
  });

  test("of an optimizer that forgets", () => {
    const forgetful = { update: (w: Matrix, dw: Matrix) => momentum.update(w, dw, undefined) };
    const report = checkOptimizer(forgetful, {
      like: (parameters) => new SGD(parameters, { learningRate: 0.01, momentum: 0.9 }),
    });
    expect(String(report)).toMatchInlineSnapshot(`
      "checkOptimizer FAILED: w after step 2 differs from that of SGD: at [0, 0] it is -0.01; expected -0.019
      the smallest input that shows it:
        w            = Matrix.fromRows([[0]])
        dw in step 1 = Matrix.fromRows([[1]])
        dw in step 2 = Matrix.fromRows([[0]])
      what comes out:
        [[-0.01]]
      expected:
        [[-0.019]]"
    `);
  });

  test("of functions that return the wrong thing", () => {
    const mine = { ...affine, backward: () => undefined as never };
    expect(String(checkLayer(mine, { like }))).toMatchInlineSnapshot(`
      "checkLayer FAILED: what backward returns is undefined; expected [dx, dweights, dbiases]
      the smallest input that shows it:
        x       = Matrix.fromRows([[0]])
        weights = Matrix.fromRows([[0]])
        biases  = Matrix.fromRows([[0]])
        dL/dy   = Matrix.fromRows([[0]])"
    `);
  });

  test("of a layer too wide to show whole", () => {
    const wide = new Dense(60, 50);
    const mine = {
      ...affine,
      backward: (dout: Matrix, cache: never) => affine.backward(dout.negate(), cache),
    };
    const text = String(checkLayer(mine, { like: wide }));
    expect(text).toContain("weights = Matrix 60 x 50");
    expect(text.split("\n").length).toBeLessThan(60);
  });

  test("is what console.log prints", () => {
    const report = checkLayer(affine, { like });
    expect(inspect(report)).toBe(String(report));
  });
});

describe("a report is plain data", () => {
  const report = checkLayer(meanOfRows, { like });

  test("with the first difference, both matrices and the smallest input that shows it", () => {
    expect(report).toBeInstanceOf(CheckReport);
    expect(report).toMatchObject({
      passed: false,
      check: "checkLayer",
      like: "Dense",
      runs: 1,
      difference: { what: "gradient", place: "the gradient of biases[0, 0]", actual: 1, expected: 2 },
    });
    expect(report.difference?.actualMatrix?.toArray()).toEqual([[1]]);
    expect(report.difference?.expectedMatrix?.toArray()).toEqual([[2]]);
    expect(Object.keys(report.input)).toEqual(["x", "weights", "biases", "dL/dy"]);
    expect(report.diagnoses).toMatchObject([{ kind: "factor", name: "biases" }]);
  });

  test("that JSON holds", () => {
    const { difference, input } = JSON.parse(JSON.stringify(report));
    expect(difference).toMatchObject({
      what: "gradient",
      actual: 1,
      actualMatrix: { rows: 1, cols: 1, data: [1] },
    });
    expect(input.x).toEqual({ rows: 2, cols: 1, data: [1, 1] });
  });

  test("whose input shows the difference once more", () => {
    const { x, weights, biases, "dL/dy": dout } = report.input as Record<string, Matrix>;
    const [, cache] = meanOfRows.forward(x as Matrix, weights as Matrix, biases as Matrix);
    const [, , db] = meanOfRows.backward(dout as Matrix, cache);
    expect(db?.toArray()).toEqual(report.difference?.actualMatrix?.toArray());
  });

  test("that is the same for each call, if no generator is given", () => {
    expect(checkLayer(meanOfRows, { like })).toEqual(report);
  });

  test("has no diagnoses if another part is wrong", () => {
    const wrong = checkLayer((width) => new BatchNorm(width, { epsilon: 0.1 }), {
      like: (width) => new BatchNorm(width),
    });
    expect(wrong.difference?.what).toBe("result");
    expect(wrong.diagnoses).toEqual([]);
  });
});

describe("the tolerance", () => {
  const nearly: LayerFunctions = {
    ...affine,
    forward(x, w, b) {
      const [out, cache] = affine.forward(x, w as Matrix, b as Matrix);
      return [out.multiply(1 + 1e-7), cache];
    },
  };

  test("is 1e-9 of the largest element", () => {
    expect(checkLayer(nearly, { like }).passed).toBe(false);
  });

  test("can be larger", () => {
    expect(checkLayer(nearly, { like, tolerance: 1e-6 }).passed).toBe(true);
  });
});

test("other generators give other inputs", () => {
  const seen: number[] = [];
  const watching: LayerFunctions = {
    ...affine,
    forward(x, w, b) {
      seen.push(x.get(0, 0));
      return affine.forward(x, w as Matrix, b as Matrix);
    },
  };
  const random = new RandomState(3);
  checkLayer(watching, { like, random });
  checkLayer(watching, { like, random });
  checkLayer(watching, { like });
  const firsts = [0, seen.length / 3, (2 * seen.length) / 3].map((i) => seen[i]);
  expect(new Set(firsts).size).toBe(3);
});
