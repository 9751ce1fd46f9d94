import {
  Adagrad,
  Adam,
  AdamW,
  type Matrix,
  Optimizer,
  type Parameter,
  RandomState,
  RMSProp,
  SGD,
  type Update,
} from "spiralnet";
import { checkOptimizer, type OptimizerFunctions, type OptimizerMaker } from "spiralnet/check";
import { describe, expect, test } from "vitest";
import { adam, momentum, rmsprop, sgd } from "./support/course-optimizers.js";

const likeSGD: OptimizerMaker = (parameters) => new SGD(parameters, { learningRate: 0.01 });
const likeMomentum: OptimizerMaker = (parameters) => {
  return new SGD(parameters, { learningRate: 0.01, momentum: 0.9 });
};
const likeRMSProp: OptimizerMaker = (parameters) => new RMSProp(parameters, { learningRate: 0.01 });
const likeAdam: OptimizerMaker = (parameters) => new Adam(parameters, { learningRate: 0.001 });

describe("a right optimizer passes", () => {
  test.each<[string, OptimizerMaker]>([
    ["SGD", likeSGD],
    ["SGD with momentum", likeMomentum],
    [
      "SGD with Nesterov's momentum and weight decay",
      (parameters) => {
        return new SGD(parameters, { learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.1 });
      },
    ],
    ["RMSProp", likeRMSProp],
    ["Adagrad", (parameters) => new Adagrad(parameters, { learningRate: 0.1 })],
    ["Adam", likeAdam],
    [
      "AdamW, which decays weights alone",
      (parameters) => {
        return new AdamW(parameters, { learningRate: 0.1, weightDecay: 0.1, decayBiases: false });
      },
    ],
  ])("%s against itself", (_, make) => {
    expect(String(checkOptimizer(make, { like: make }))).toMatch(
      /^checkOptimizer passed: like \w+ on 10 inputs$/,
    );
  });

  test.each<[string, OptimizerFunctions, OptimizerMaker]>([
    ["sgd", sgd, likeSGD],
    ["momentum, with the learning rate inside of the velocity", momentum, likeMomentum],
    ["rmsprop", rmsprop, likeRMSProp],
    ["adam", adam, likeAdam],
  ])("by the formula of the course: %s", (_, mine, like) => {
    for (const seed of [0, 1, 2, 3]) {
      expect(String(checkOptimizer(mine, { like, random: new RandomState(seed) }))).toMatch(/passed/);
    }
  });

  test("that works in place", () => {
    const inPlace: OptimizerFunctions = {
      update: (w, dw, config) => [w.subtractInPlace(dw.multiply(0.01)), config],
    };
    expect(checkOptimizer(inPlace, { like: likeSGD }).passed).toBe(true);
  });
});

/** The course's rule, changed. */
function changed(change: (next: Matrix, w: Matrix, dw: Matrix) => unknown): OptimizerFunctions {
  const update = (w: Matrix, dw: Matrix) => change(w.subtract(dw.multiply(0.01)), w, dw);
  return { update: update as OptimizerFunctions["update"] };
}

describe("a mistaken optimizer fails", () => {
  test.each<[string, OptimizerFunctions, OptimizerMaker, string, string]>([
    [
      "throws",
      changed(() => {
        throw new Error("not yet");
      }),
      likeSGD,
      "error",
      "update throws Error: not yet",
    ],
    [
      "returns nothing",
      changed(() => undefined),
      likeSGD,
      "kind",
      "what update returns is undefined; expected [nextW, config]",
    ],
    [
      "returns the value alone",
      changed((next) => next),
      likeSGD,
      "kind",
      "what update returns is an object of type Matrix",
    ],
    [
      "returns a number",
      changed((next) => [next.sum(), {}]),
      likeSGD,
      "kind",
      "the nextW that update returns is 0; expected a Matrix",
    ],
    [
      "returns another shape",
      changed((next) => [next.transpose(), {}]),
      likeSGD,
      "shape",
      "w after step 1 is 2 x 1; expected 1 x 2",
    ],
    [
      "goes uphill",
      changed((_, w, dw) => [w.add(dw.multiply(0.01)), {}]),
      likeSGD,
      "result",
      "w after step 1 differs from that of SGD: it is 0.01; expected -0.01",
    ],
    [
      "writes to dw",
      changed((next, _, dw) => [next, dw.multiplyInPlace(2)]),
      likeSGD,
      "argument-written",
      "dw in step 1 is written to: it is 2; expected 1 as before",
    ],
    [
      "forgets its velocity",
      { update: (w, dw) => momentum.update(w, dw, undefined) },
      likeMomentum,
      "result",
      "w after step 2 differs from that of SGD",
    ],
    [
      "forgets the correction of the means",
      {
        update: (w, dw, config) => {
          const [, { m, v, t }] = adam.update(w, dw, config as never);
          return [w.subtract(m.multiply(1e-3).divide(v.sqrt().add(1e-8))), { m, v, t }];
        },
      },
      likeAdam,
      "result",
      "w after step 1 differs from that of Adam",
    ],
  ])("that %s", (_, mine, like, what, message) => {
    const report = checkOptimizer(mine, { like });
    expect(report.difference?.message).toContain(message);
    expect(report.difference?.what).toBe(what);
    expect(report.passed).toBe(false);
  });

  test("whose epsilon stands within the root", () => {
    const within: OptimizerFunctions<{ cache: Matrix }> = {
      update(w, dw, config) {
        const [, { cache }] = rmsprop.update(w, dw, config);
        return [w.subtract(dw.multiply(0.01).divide(cache.add(1e-16).sqrt())), { cache }];
      },
    };
    expect(checkOptimizer(within, { like: likeRMSProp, tolerance: 1e-4 }).difference?.what).toBe("result");
  });
});

/** Keeps a velocity with the learning rate inside, as the course has it. */
class CourseMomentum extends Optimizer<"momentum"> {
  constructor(parameters: readonly Parameter[]) {
    super(parameters, { learningRate: 0.01 });
    this.keep("momentum");
  }
  protected override update({ value, gradient, state: { momentum: v } }: Update<"momentum">): void {
    v.multiplyInPlace(0.9).subtractInPlace(gradient.multiply(this.learningRate));
    value.addInPlace(v);
  }
}

class Unmade extends Optimizer {
  constructor(parameters: readonly Parameter[]) {
    super(parameters, { learningRate: 1 });
    throw new Error("not yet");
  }
  protected override update(): void {}
}

class WritingGradients extends SGD {
  protected override update(update: Update<"momentum">): void {
    super.update(update);
    update.gradient.multiplyInPlace(0);
  }
}

describe("an optimizer of a class fails", () => {
  test("if its constructor throws", () => {
    const { difference } = checkOptimizer((parameters) => new Unmade(parameters), { like: likeSGD });
    expect(difference).toMatchObject({ what: "error", message: "it throws Error: not yet" });
  });

  test("if it writes to gradients", () => {
    const mine: OptimizerMaker = (parameters) => new WritingGradients(parameters, { learningRate: 0.01 });
    expect(checkOptimizer(mine, { like: likeSGD }).difference?.what).toBe("argument-written");
  });

  test("if what it keeps under the library's name differs at the end", () => {
    const mine: OptimizerMaker = (parameters) => new CourseMomentum(parameters);
    const { difference } = checkOptimizer(mine, { like: likeMomentum });
    expect(difference?.what).toBe("state");
    expect(difference?.message).toMatch(/^the state momentum.w differs from that of SGD/);
  });
});
