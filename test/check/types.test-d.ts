import {
  BatchNorm,
  Dense,
  hinge,
  type Labels,
  type Matrix,
  meanSquaredError,
  ReLU,
  SGD,
  sequential,
  softmaxCrossEntropy,
} from "spiralnet";
import { type CheckReport, checkLayer, checkLoss, checkOptimizer } from "spiralnet/check";
import { expectTypeOf, test } from "vitest";

test("layers and functions that make layers are taken as they are", () => {
  expectTypeOf(checkLayer(new Dense(2, 3), { like: new Dense(2, 3) })).toEqualTypeOf<CheckReport>();
  checkLayer((inputs, outputs) => new Dense(inputs, outputs), {
    like: (inputs, outputs) => new Dense(inputs, outputs),
  });
  checkLayer(() => new ReLU(), { like: (width) => new BatchNorm(width) });
  checkLayer(sequential(new Dense(2, 3), new ReLU()), { like: new Dense(2, 3), errors: undefined });
});

test("the functions of a layer get matrices, and backward the cache that forward made", () => {
  checkLayer(
    {
      forward(x, w, b) {
        expectTypeOf(x).toEqualTypeOf<Matrix>();
        return [x.matmul(w as Matrix).add(b as Matrix), { x, size: 3 }];
      },
      backward(dout, cache) {
        expectTypeOf(cache).toEqualTypeOf<{ x: Matrix; size: number }>();
        expectTypeOf(dout).toEqualTypeOf<Matrix>();
        return [dout, cache.x, dout.sum(0)];
      },
    },
    { like: new Dense(2, 3) },
  );
});

test("the forms that are none do not compile", () => {
  // @ts-expect-error: a class is not called without new
  checkLayer(ReLU, { like: new ReLU() });
  // @ts-expect-error: forward returns out and cache
  checkLayer({ forward: (x: Matrix) => x, backward: (dout: Matrix) => [dout] }, { like: new ReLU() });
  // @ts-expect-error: there is nothing to compare with
  checkLayer(new ReLU(), {});
});

test("losses of both forms have the targets of the library's", () => {
  checkLoss(
    (scores, y) => {
      expectTypeOf(scores).toEqualTypeOf<Matrix>();
      expectTypeOf(y).toEqualTypeOf<Labels>();
      return [0, scores];
    },
    { like: softmaxCrossEntropy },
  );
  checkLoss((scores: Matrix, y: ArrayLike<number>) => ({ loss: y.length, gradient: scores }), {
    like: hinge,
  });
  checkLoss((outputs: Matrix, targets: Matrix) => ({ loss: 0, gradient: outputs.subtract(targets) }), {
    like: meanSquaredError,
  });
  checkLoss<Matrix>((outputs) => [0, outputs], { like: meanSquaredError, targets: "numbers" });
  // @ts-expect-error: the loss alone is not enough
  checkLoss(() => 5, { like: softmaxCrossEntropy });
});

test("optimizers of both forms are taken, and config has the type that update returns", () => {
  checkOptimizer((parameters) => new SGD(parameters, { learningRate: 1 }), {
    like: (parameters) => new SGD(parameters, { learningRate: 1 }),
  });
  checkOptimizer(
    {
      update(w, dw, config: { velocity: Matrix } = { velocity: dw }) {
        expectTypeOf(w).toEqualTypeOf<Matrix>();
        return [w.add(config.velocity), config];
      },
    },
    { like: (parameters) => new SGD(parameters, { learningRate: 1 }) },
  );
  // @ts-expect-error: a class is not called without new
  checkOptimizer(SGD, { like: (parameters) => new SGD(parameters, { learningRate: 1 }) });
});
