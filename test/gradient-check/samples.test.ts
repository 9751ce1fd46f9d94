import {
  BatchNorm,
  Dense,
  Dropout,
  type GradientReport,
  gradientCheck,
  Matrix,
  type Pass,
  RandomState,
  ReLU,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { frozen } from "../support/frozen.js";
import { stateOf } from "../support/state.js";
import { BentScale, bent } from "./support/scale.js";

/** A layer of the size of a first layer for handwritten digits, which counts its passes. */
class Counted extends Dense {
  forwardPasses = 0;
  backwardPasses = 0;

  protected override compute(x: Matrix, pass: Pass) {
    this.forwardPasses++;
    const { y, back } = super.compute(x, pass);
    const counted = (gradient: Matrix, needed: boolean) => {
      this.backwardPasses++;
      return back(gradient, needed);
    };
    return { y, back: counted };
  }
}

/** The places that were compared: at 0, all of ReLU's derivatives are kinks, which a report lists. */
function placesOf({ kinks }: GradientReport): number[] {
  return kinks.map(({ row, col }) => row * 10 + col);
}

const zeros = Matrix.zeros(10, 10);
const ascending = (numbers: number[]) => numbers.sort((a, b) => a - b);

describe("a check of samples", () => {
  test("compares so many numbers of each parameter and of x", () => {
    const random = new RandomState(1);
    const report = gradientCheck(new Dense(784, 128, { random }), random.randn(3, 784), { samples: 20 });
    expect(report).toMatchObject({ passed: true, checked: 60, total: 784 * 128 + 128 + 3 * 784 });
    expect(String(report)).toMatch(/^gradient check passed: 60 of 102,832 derivatives, the worst/);
  });

  test("compares all of a matrix that has no more", () => {
    const random = new RandomState(1);
    const report = gradientCheck(new Dense(5, 3, { random }), random.randn(2, 5), { samples: 10 });
    expect(report).toMatchObject({ passed: true, checked: 10 + 3 + 10, total: 28 });
    const all = gradientCheck(new Dense(5, 3, { random }), random.randn(2, 5), { samples: 15 });
    expect(all).toMatchObject({ checked: 28, total: 28 });
    expect(String(all)).toContain("passed: 28 derivatives");
  });

  test("leaves x out if its gradient is not to be checked", () => {
    const random = new RandomState(1);
    const options = { samples: 2, inputGradient: false };
    const report = gradientCheck(new Dense(5, 3, { random }), random.randn(2, 5), options);
    expect(report).toMatchObject({ passed: true, checked: 4, total: 18 });
  });

  test("takes no number twice", () => {
    expect(new Set(placesOf(gradientCheck(new ReLU(), zeros, { samples: 99 }))).size).toBe(99);
  });

  test("draws as NumPy's choice without replacement does", () => {
    const random = new RandomState(5);
    const places = placesOf(gradientCheck(new ReLU(), zeros, { samples: 8, random }));
    const same = new RandomState(5);
    expect(places).toEqual(ascending(same.choice(100, 8, { replace: false })));
    expect(random.rand()).toBe(same.rand());
  });

  test("takes the same numbers each time if no generator is given", () => {
    const places = placesOf(gradientCheck(new ReLU(), zeros, { samples: 8 }));
    expect(placesOf(gradientCheck(new ReLU(), zeros, { samples: 8 }))).toEqual(places);
    expect(places).toEqual(ascending(new RandomState(0).choice(100, 8, { replace: false })));
  });

  test("can take every number", () => {
    const random = new RandomState(0);
    const places = new Set<number>();
    for (let i = 0; i < 100; i++) {
      for (const place of placesOf(gradientCheck(new ReLU(), zeros, { samples: 10, random }))) {
        places.add(place);
      }
    }
    expect(places.size).toBe(100);
  });

  test("draws nothing if it checks all", () => {
    const random = new RandomState(3);
    gradientCheck(new ReLU(), zeros, { samples: 100, random });
    expect(random.rand()).toBe(new RandomState(3).rand());
  });

  test("finds a gradient that is wrong everywhere, and names it", () => {
    const wrong = new BentScale(undefined, (dx) => dx.multiply(1.01));
    const report = gradientCheck(wrong, new RandomState(2).randn(50, 3), { samples: 2 });
    expect(report).toMatchObject({ passed: false, checked: 4, worst: { name: "x" } });
    expect(report.diagnoses).toEqual([]); // two numbers are too few to show a factor without a reason
    expect(String(report)).toContain("FAILED: 4 of 153 derivatives");
  });

  test("names the mistake, if the samples show it", () => {
    const random = new RandomState(2);
    class Mean extends Dense {
      protected override compute(x: Matrix, pass: Pass) {
        const { y, back } = super.compute(x, pass);
        return { y, back: (gradient: Matrix, needed: boolean) => back(gradient.divide(x.rows), needed) };
      }
    }
    const report = gradientCheck(new Mean(784, 128, { random }), random.randn(3, 784), { samples: 5 });
    expect(report).toMatchObject({ passed: false, checked: 15 });
    expect(new Set(report.diagnoses.map(({ kind, name }) => `${kind} ${name}`))).toEqual(
      new Set(["factor weights", "factor biases", "factor x"]),
    );
  });

  test("finds one wrong number only if it is among them", () => {
    const wrong = (at: Matrix) => ({ loss: 0.5 * at.multiply(at).sum(), gradient: bent(at, 3, -1) });
    const x = new RandomState(2).randn(50, 3);
    const verdicts = [140, 10].map((samples) => gradientCheck(wrong, x, { samples }).passed);
    const chosen = (samples: number) => new RandomState(0).choice(150, samples, { replace: false });
    expect([chosen(140).includes(3), chosen(10).includes(3)]).toEqual([true, false]);
    expect(verdicts).toEqual([false, true]);
  });

  test("takes a loss function, too", () => {
    const loss = (scores: Matrix) => softmaxCrossEntropy(scores, new Int32Array(100));
    const report = gradientCheck(loss, new RandomState(0).randn(100, 10), { samples: 12 });
    expect(report).toMatchObject({ passed: true, checked: 12, total: 1000 });
  });
});

test("samples of a large layer cost no more passes than those of a small one", () => {
  const passes = ([inputs, outputs]: readonly [number, number], samples: number) => {
    const random = new RandomState(1);
    const layer = new Counted(inputs, outputs, { random });
    const { checked, passed } = gradientCheck(layer, random.randn(3, inputs), { samples });
    expect({ checked, passed }).toEqual({ checked: 3 * samples, passed: true });
    return [layer.forwardPasses, layer.backwardPasses];
  };
  const [forward = 0, backward = 0] = passes([784, 128], 5);
  expect(passes([8, 6], 5)).toEqual([forward, backward]);
  // Two passes for each of the 15 derivatives more, none of them backward.
  expect(passes([784, 128], 10)).toEqual([forward + 2 * 15, backward]);
});

describe("random and stateful layers are rewound for each sample, and restored", () => {
  const make = (random: RandomState) =>
    sequential(
      new Dense(30, 20, { random }),
      new BatchNorm(20),
      new Tanh(),
      new Dropout(0.5, { random: new RandomState(4) }),
      new Dense(20, 10, { random }),
    );
  const loss = (scores: Matrix) => softmaxCrossEntropy(scores, [1, 2, 3, 4, 5, 6]);

  test("if the samples have a generator of their own", () => {
    const random = new RandomState(0);
    const [model, x] = [make(random), random.randn(6, 30)];
    model.forward(x);
    const before = [stateOf(model), frozen(model.parameters)];
    const report = gradientCheck(model, x, { loss, samples: 4 });
    // The biases before batch normalization change nothing; their derivatives are 0.
    expect(report).toMatchObject({ passed: true, problems: [], checked: 6 * 4 + 4 });
    expect([stateOf(model), frozen(model.parameters)]).toEqual(before);
  });

  test("if a layer and the samples share a generator", () => {
    const random = new RandomState(4);
    const [layer, x] = [new Dropout(0.5, { random }), new RandomState(0).randn(6, 30)];
    const before = random.getState();
    expect(gradientCheck(layer, x, { samples: 4, random })).toMatchObject({ passed: true, checked: 4 });
    expect(random.getState()).toEqual(before);
  });

  test("if the generator of the samples fails", () => {
    class Broken extends RandomState {
      override permutation(): never {
        throw new Error("no more numbers");
      }
    }
    const random = new RandomState(0);
    const [model, x] = [make(random), random.randn(6, 30)];
    const before = [stateOf(model), frozen(model.parameters)];
    expect(() => gradientCheck(model, x, { loss, samples: 4, random: new Broken(0) })).toThrow(
      "no more numbers",
    );
    expect([stateOf(model), frozen(model.parameters)]).toEqual(before);
  });
});

test("a report is plain data, whatever was compared", () => {
  const random = new RandomState(0);
  const model = sequential(new Dense(5, 4, { random }), new ReLU());
  const wrong = new BentScale((gradient) => gradient.mean(0));
  const reports = [
    gradientCheck(model, random.randn(4, 5), { samples: 3 }),
    gradientCheck(new ReLU(), zeros, { samples: 3 }),
    gradientCheck(wrong, random.randn(4, 3)),
  ];
  for (const report of reports) {
    const copy = JSON.parse(JSON.stringify(report));
    expect(copy).toEqual({ ...report });
    expect(Object.keys(copy).sort()).toEqual(Object.keys(report).sort());
    expect(copy.worst.relativeError).toBe(report.worst?.relativeError);
  }
});
