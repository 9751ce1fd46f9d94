import {
  Dense,
  DivergedError,
  fit,
  L2,
  type Layer,
  Matrix,
  NonFiniteError,
  Optimizer,
  SGD,
  softmaxCrossEntropy,
  type TrainingStep,
  train,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { numbersOf } from "./support/numbers.js";
import { problem } from "./support/problem.js";

/** What a call throws. */
function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Runs a training to its error; returns this, and checks that it left the parameters of the last step. */
function divergenceOf(model: Layer, training: Iterable<TrainingStep>): DivergedError {
  let before = numbersOf(model);
  let made = 0;
  const error = thrownBy(() => {
    for (const { step } of training) {
      before = numbersOf(model);
      made = step + 1;
    }
  }) as DivergedError;
  expect(error).toBeInstanceOf(DivergedError);
  expect(error.step).toBe(made);
  expect(error.cause).toBeInstanceOf(NonFiniteError);
  expect(numbersOf(model)).toEqual(before);
  expect(before.flat().every(Number.isFinite)).toBe(true);
  return error;
}

/** Softmax cross-entropy for so many steps, and then a loss and a gradient that the factor made another. */
function turning(steps: number, loss: number, factor = 1): typeof softmaxCrossEntropy {
  let calls = -1; // the first call tries the targets
  return (scores, labels) => {
    const { gradient } = softmaxCrossEntropy(scores, labels);
    return { loss: calls++ < steps ? 1 : loss, gradient: gradient.multiply(calls > steps ? factor : 1) };
  };
}

describe("a training ends with a DivergedError, and the parameters of the last good step", () => {
  test.each([
    ["NaN", turning(3, Number.NaN), "train: the loss is NaN"],
    ["infinite", turning(3, Number.POSITIVE_INFINITY), "train: the loss is Infinity"],
    ["minus infinity", turning(3, Number.NEGATIVE_INFINITY), "train: the loss is -Infinity"],
    ["one with a gradient of NaN", turning(3, 1, Number.NaN), "train: the gradient of the loss[0, 0] is NaN"],
  ])("if the loss becomes %s", (_title, loss, problem_) => {
    const { options } = problem();
    const error = divergenceOf(options.model, train({ ...options, loss, batchSize: 30, epochs: 5 }));
    expect(error).toMatchObject({ name: "DivergedError", step: 3, epoch: 1 });
    expect(error.message).toContain(`train: the training diverged in iteration 3 (epoch 1): ${problem_}`);
    expect(error.message).toMatch(
      /; expected finite numbers: try a learning rate below 0\.5, or the option clip$/,
    );
  });

  test("if a layer makes an infinity, and says which", () => {
    const { options } = problem({ learningRate: 1e200 });
    const error = divergenceOf(options.model, train({ ...options, epochs: 9 }));
    expect(error.step).toBeGreaterThan(0);
    expect(error.message).toMatch(
      /Sequential\.forward: iteration \d: Dense 8 -> 3 makes y\[\d+, \d\] -?(Inf|NaN)/,
    );
    expect(error.message).toContain("try a learning rate below 1e+200");
  });

  test("if the optimizer refuses a step, and says for which parameter", () => {
    const { options } = problem();
    const loss = turning(2, 1, 1e5);
    const schedule = (step: number) => (step === 2 ? 1e308 : 0.1);
    const error = divergenceOf(options.model, train({ ...options, loss, schedule, epochs: 5 }));
    expect(error.step).toBe(2);
    expect(error.message).toMatch(/: SGD\.step: iteration 2: .* would become -?Infinity/);
  });

  test("if clip meets gradients that are not finite", () => {
    const { options } = problem({ learningRate: 0.1 });
    const loss: typeof softmaxCrossEntropy = (scores, labels) => {
      const { loss, gradient } = softmaxCrossEntropy(scores, labels);
      const isLarge = options.optimizer.steps === 2;
      return { loss, gradient: isLarge ? gradient.multiply(0).add(1e308) : gradient };
    };
    const training = train({ ...options, loss, clip: { norm: 1 }, epochs: 5 });
    const { message } = divergenceOf(options.model, training);
    expect(message).toContain(": clipGradients: the gradient of 0.weights[");
    expect(message).toMatch(/; expected finite numbers: try a learning rate below 0.1$/);
  });

  test("if the penalty overflows", () => {
    const { options } = problem({ learningRate: 1e160 });
    const model = new Dense(2, 3, { weights: () => Matrix.full(2, 3, 0.5) });
    const optimizer = new SGD(model.parameters, { learningRate: 1e160 });
    const training = train({ ...options, model, optimizer, regularizers: [new L2(1)], epochs: 5 });
    expect(divergenceOf(model, training).message).toContain(": L2: weights[");
  });

  test("if the loss and its penalty are finite, but not their sum", () => {
    const { options } = problem();
    const huge = { penalty: () => 1e308, apply: () => 1e308 };
    const training = train({ ...options, loss: turning(1, 1e308), regularizers: [huge], epochs: 3 });
    expect(divergenceOf(options.model, training).message).toContain("its penalty is Infinity");
  });

  test("if a loss, a layer or an optimizer of one's own throws a NonFiniteError", () => {
    const { options } = problem();
    class Picky extends Optimizer {
      protected override update(): void {
        if (this.steps === 2) throw new NonFiniteError("Picky: that is too much");
      }
    }
    const optimizer = new Picky(options.model.parameters, { learningRate: 1 });
    const error = divergenceOf(options.model, train({ ...options, optimizer, epochs: 5 }));
    expect(error.message).toContain("in iteration 2 (epoch 2): Picky: that is too much; expected finite");
  });
});

test("numbers that are not finite in the first step can have other causes, which the error names", () => {
  const { options } = problem();
  const model = new Dense(2, 3, { weights: () => Matrix.full(2, 3, 1e200) });
  const data = { x: options.data.x.multiply(1e200), y: options.data.y };
  const optimizer = new SGD(model.parameters, { learningRate: 0.1 });
  const error = divergenceOf(model, train({ ...options, model, data, optimizer, epochs: 1 }));
  expect(error.step).toBe(0);
  expect(error.message).toContain("initial weights or inputs of a smaller scale");
});

test("a loss on the validation data that is not finite ends the training, too", () => {
  const { options, validation } = problem();
  const loss: typeof softmaxCrossEntropy = (scores, labels) => {
    const right = softmaxCrossEntropy(scores, labels);
    return scores.rows === validation.x.rows && options.optimizer.steps === 2
      ? { ...right, loss: Number.NaN }
      : right;
  };
  const error = thrownBy(() => [...train({ ...options, loss, validation, epochs: 5 })]);
  expect(error).toBeInstanceOf(DivergedError);
  expect((error as Error).message).toContain(
    "in iteration 1 (epoch 1): train: the loss on validation is NaN",
  );
});

test("the error of fit names fit", () => {
  const { options } = problem();
  const error = thrownBy(() => fit({ ...options, loss: turning(0, Number.NaN), epochs: 5 }));
  expect((error as Error).message).toMatch(
    /^fit: the training diverged in iteration 0 \(epoch 0\): fit: the loss/,
  );
});

test.each([
  ["a TypeError", new TypeError("of a layer")],
  ["a RangeError", new RangeError("of a label")],
  ["what is no error", "a string"],
])("another error comes through as it is: %s", (_title, mine) => {
  const { options } = problem();
  let calls = 0;
  const loss: typeof softmaxCrossEntropy = (scores, labels) => {
    if (calls++ === 3) throw mine;
    return softmaxCrossEntropy(scores, labels);
  };
  expect(thrownBy(() => [...train({ ...options, loss, epochs: 9 })])).toBe(mine);
  expect(options.optimizer.steps).toBe(2);
});

test("an error that the loop throws comes through as it is", () => {
  const { options } = problem();
  const mine = new NonFiniteError("of the loop");
  expect(
    thrownBy(() => {
      for (const _ of train({ ...options, epochs: 1 })) throw mine;
    }),
  ).toBe(mine);
});

test("after a divergence another training can go on with a lower learning rate", () => {
  const { options } = problem({ learningRate: 1e200 });
  divergenceOf(options.model, train({ ...options, epochs: 9 }));
  for (const { value } of options.model.parameters) value.multiplyInPlace(0);
  options.optimizer.learningRate = 0.1;
  expect([...train({ ...options, epochs: 3 })]).toHaveLength(3);
});
