import fc from "fast-check";
import { fromSafetensors, gradientCheck, Matrix } from "spiralnet";
import { describe, expect, it } from "vitest";
import type { Frame, Reply } from "../../../examples/live/messages.js";
import { DEFAULT, PRESETS } from "../../../examples/live/presets.js";
import { programOf } from "../../../examples/live/program.js";
import { regionsOf } from "../../../examples/live/regions.js";
import { Run } from "../../../examples/live/run.js";
import { BothClasses } from "../../../examples/live/run-program/both-classes.js";
import { labelsOf } from "../../../examples/live/run-program/labels-of.js";
import { Report } from "../../../examples/live/run-program/report.js";
import { SeenPoints } from "../../../examples/live/run-program/seen-points.js";
import { Watch } from "../../../examples/live/run-program/watch.js";
import { setWatch, watchedLibrary } from "../../../examples/live/run-program/watched-library.js";
import type { Setup } from "../../../examples/live/setup.js";
import { hashOf } from "../../../examples/live/url.js";
import { type Ran, runProgram } from "./support/run-program.js";
import { trainableSetup } from "./support/setups.js";
import { weightsOf } from "./support/weights.js";

type Data = Extract<Reply, { kind: "data" }>;

/** A program that ran while the page looked on. */
class Watched {
  readonly replies: Reply[] = [];
  readonly report: Report;
  readonly ran: Ran;

  /** The clock goes on by so many milliseconds at each look, so that a frame is due after each step, or seldom. */
  constructor(code: string, tick = 20) {
    let time = 0;
    this.report = new Report({
      post: (reply, transfer) => this.replies.push(structuredClone(reply, { transfer })),
      now: () => (time += tick),
    });
    setWatch(new Watch((training) => this.report.stepped(training)));
    try {
      this.ran = runProgram(code, watchedLibrary);
    } finally {
      setWatch(undefined);
    }
    this.report.ended();
  }

  get frames(): Frame[] {
    return this.replies.filter((reply) => reply.kind === "frame");
  }

  get last(): Frame {
    return this.frames.at(-1) as Frame;
  }

  get data(): Data {
    return this.replies.findLast((reply) => reply.kind === "data") as Data;
  }

  get curve() {
    return this.frames.flatMap(({ curve }) => curve);
  }
}

/** What the page shows of its own run of a setup. */
function ownRun(setup: Setup, steps: number) {
  const run = new Run(setup);
  for (let i = 0; i < steps; i++) run.step();
  return run;
}

const CASE_STUDY = programOf(DEFAULT, 30).code;
const { highLearningRate, ...others } = PRESETS;

describe("a watched program", () => {
  it.each(Object.entries(others))("of the preset %s shows what the page's own run shows", (_, setup) => {
    const { code, steps } = programOf(setup, 25);
    const watched = new Watched(code);
    const run = ownRun(setup, steps);
    expect(watched.last).toMatchObject({ iteration: steps, learningRate: run.learningRate, playing: false });
    expect(watched.last).toMatchObject(run.measure());
    expect(watched.curve).toEqual(run.takeCurve());
    expect(watched.last.regions).toEqual(regionsOf(run.parts.model, watched.data.extent));
    const { training, test } = run.parts;
    expect(watched.data.training).toHaveLength(training.y.length);
    expect(watched.data.test).toHaveLength(test?.y.length ?? 0);
    expect(watched.data.classes).toBe(setup.data.classes);
  });

  const some = fc.sample(trainableSetup, { numRuns: 40, seed: 2 });
  it.each(some.map((setup) => [hashOf(setup), setup] as const))(
    "gives the numbers of the library alone: %s",
    (_, setup) => {
      const { code, steps } = programOf(setup, 7);
      const alone = runProgram(code);
      const { ran, last } = new Watched(code);
      expect(weightsOf(ran.model)).toEqual(weightsOf(alone.model));
      expect(ran.printed).toEqual(alone.printed);
      expect(last.iteration).toBe(steps);
    },
  );

  it("shows as many frames as are due, and at last where it ended", () => {
    expect(new Watched(CASE_STUDY).frames.map(({ iteration }) => iteration)).toEqual([
      ...Array.from({ length: 30 }, (_, i) => i + 1),
      30,
    ]);
    const seldom = new Watched(CASE_STUDY, 0.1).frames;
    expect(seldom.length).toBeLessThan(10);
    expect(seldom.at(-1)).toMatchObject({ iteration: 30, playing: false });
  });

  it("may have another network, other points and another optimizer", () => {
    const code = CASE_STUDY.replaceAll("ReLU", "Tanh")
      .replace("classes: 3", "classes: 5")
      .replace("Dense(100, 3", "Dense(100, 20, { random }), new Tanh(), new Dense(20, 5")
      .replaceAll("SGD", "Adam");
    const { data, last } = new Watched(code);
    expect(data.training).toHaveLength(500);
    expect(data.classes).toBe(5);
    expect(last.iteration).toBe(30);
  });

  it("may train with the library's fit, in batches", () => {
    const code = `${CASE_STUDY.slice(0, CASE_STUDY.indexOf("for ("))}
      fit({
        model, loss: softmaxCrossEntropy, optimizer: sgd, data: { x, y }, epochs: 2, batchSize: 50, random,
        regularizers: [l2],
      });`.replace("SGD,", "SGD, fit,");
    const { data, last, curve } = new Watched(code);
    expect(last.iteration).toBe(12);
    expect(curve.map(({ iteration }) => iteration)).toEqual(Array.from({ length: 12 }, (_, i) => i));
    expect(data.training).toHaveLength(300);
    expect(last.loss).toBeGreaterThan(0);
  });

  it("may have layers one after the other, and a layer and an optimizer of its own", () => {
    const { last } = new Watched(`
      import { Dense, Layer, Optimizer, RandomState, softmaxCrossEntropy, spiral, Matrix } from "spiralnet";
      const random = new RandomState(0);
      const { x, y } = spiral({ classes: 3, pointsPerClass: 10, random });
      class Square extends Layer {
        elementwise = true as const;
        compute(x: Matrix) {
          return { y: x.multiply(x), back: (gradient: Matrix) => gradient.multiply(x).multiply(2) };
        }
      }
      class SignDescent extends Optimizer {
        update({ value, gradient }: { value: Matrix; gradient: Matrix }) {
          value.subtractInPlace(gradient.map(Math.sign).multiply(this.learningRate));
        }
      }
      const [first, square, second] = [new Dense(2, 8, { random }), new Square(), new Dense(8, 3, { random })];
      const optimizer = new SignDescent([...first.parameters, ...second.parameters], { learningRate: 0.01 });
      for (let i = 0; i < 5; i++) {
        const scores = second.forward(square.forward(first.forward(x)));
        const { gradient } = softmaxCrossEntropy(scores, y);
        const between = second.backward(gradient, { inputGradient: true });
        first.backward(square.backward(between, { inputGradient: true }));
        optimizer.step();
      }
      const model = second;
    `);
    expect(last).toMatchObject({ iteration: 5, learningRate: 0.01 });
    expect(last.regions.classes.some((label) => label > 0)).toBe(true);
  });

  it("may compute its loss itself: then the page knows its accuracy, but no loss", () => {
    const { last, curve, data } = new Watched(
      CASE_STUDY.replace(
        "const { loss: dataLoss, gradient } = softmaxCrossEntropy(model.forward(x), y);",
        `const p = softmax(model.forward(x));
         const gradient = p.subtract(oneHot(y, 3)).divide(y.length);
         const dataLoss = -p.pick(y).log().mean();`,
      ).replace("softmaxCrossEntropy", "oneHot, softmax"),
    );
    expect(last.iteration).toBe(30);
    expect(last.accuracy).toBeGreaterThan(0.4);
    expect(last.loss).toBeNaN();
    expect(curve).toEqual([]);
    expect(data.training).toHaveLength(300);
  });

  it("may tell two classes apart by one score", () => {
    const { last, data } = new Watched(`
      import { Adam, binaryCrossEntropy, Dense, moons, RandomState, sequential, Tanh } from "spiralnet";
      const random = new RandomState(0);
      const { x, y } = moons({ points: 40, random });
      const model = sequential(new Dense(2, 10, { random }), new Tanh(), new Dense(10, 1, { random }));
      const adam = new Adam(model.parameters, { learningRate: 0.05 });
      for (let i = 0; i < 300; i++) {
        model.backward(binaryCrossEntropy(model.forward(x), y).gradient);
        adam.step();
      }
    `);
    expect(data.classes).toBe(2);
    expect(last.accuracy).toBe(1);
    expect(last.loss).toBeLessThan(0.1);
    expect(new Set(last.regions.classes)).toEqual(new Set([0, 1]));
  });

  it("shows the model whose training began last", () => {
    const loop = CASE_STUDY.slice(CASE_STUDY.indexOf("const model"));
    const second = loop.replaceAll("model", "other").replaceAll("l2", "l22").replaceAll("sgd", "sgd2");
    const { frames, last } = new Watched(`${CASE_STUDY}\n${second.replace("i < 30", "i < 7")}`);
    expect(frames.map(({ iteration }) => iteration).slice(29, 32)).toEqual([30, 1, 2]);
    expect(frames.find(({ curve }) => curve[0]?.iteration === 0)).toBeDefined();
    expect(last.iteration).toBe(7);
  });

  it("counts what two optimizers make of one pass as one step", () => {
    const { last } = new Watched(
      CASE_STUDY.replace(
        "const sgd = new SGD(model.parameters",
        "const sgd2 = new SGD(model.parameters.slice(2), { learningRate: 1 });\nconst sgd = new SGD(model.parameters.slice(0, 2)",
      ).replace("sgd.step();", "sgd.step();\n  sgd2.step();"),
    );
    expect(last.iteration).toBe(30);
  });

  it("shows nothing of a model that is not trained on points of the plane", () => {
    const program = (data: string, layer: string, loss: string) => `
      import { Dense, iris, meanSquaredError, RandomState, regressionPlane, sequential, SGD, softmaxCrossEntropy } from "spiralnet";
      const { x, y } = ${data};
      const model = sequential(${layer});
      const sgd = new SGD(model.parameters, { learningRate: 0.01 });
      model.backward(${loss}(model.forward(x), y).gradient);
      sgd.step();`;
    const random = "new RandomState(0)";
    expect(new Watched(program("iris()", "new Dense(4, 3)", "softmaxCrossEntropy")).replies).toEqual([]);
    const plane = `regressionPlane({ points: 20, random: ${random} })`;
    expect(new Watched(program(plane, "new Dense(2, 1)", "meanSquaredError")).replies).toEqual([]);
    expect(new Watched("const model = 1; console.log(model);").replies).toEqual([]);
  });

  it("shows its last finite numbers when it diverges", () => {
    const { code } = programOf(highLearningRate, 100);
    const loop = code.slice(code.indexOf("for (let"), code.indexOf("console.log(`training"));
    const caught = `${code.slice(0, code.indexOf(loop))}
      try { ${loop} } catch (error) { console.log(String(error)); }
      void accuracy;`;
    const { frames, last, ran } = new Watched(caught);
    expect(ran.printed.at(-1)).toMatch("Infinity");
    expect(frames.length).toBeGreaterThan(1);
    expect(last.loss).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  it("answers what the page asks when it has ended", () => {
    const watched = new Watched(CASE_STUDY);
    const point = { x: 0.1, y: 0.2, label: 1 };
    watched.report.receive({ kind: "show", units: true, parameters: true, point });
    expect(watched.last.units).toHaveLength(100);
    expect(watched.last.inspection?.point).toEqual(point);
    const { model } = ownRun(DEFAULT, 30).parts;
    expect(watched.last.parameters[0]?.values).toEqual(model.parameters[0]?.value.data);
    watched.report.receive({ kind: "save", format: "safetensors" });
    const saved = watched.replies.at(-1) as Extract<Reply, { kind: "saved" }>;
    const { matrices, metadata } = fromSafetensors(saved.bytes);
    expect(Object.values(matrices)[0]?.toArray()).toEqual(model.parameters[0]?.value.toArray());
    expect(metadata).toEqual({ iteration: 30 });
  });
});

describe("SeenPoints", () => {
  const x = Matrix.fromRows([
    [0, 1],
    [2, 3],
    [0, 1],
  ]) as Matrix<number, number>;

  it("keeps the rows of the first matrix, and of others what is new", () => {
    const points = new SeenPoints();
    points.add(x, [0, 1, 0]);
    const { all } = points;
    expect(all.x.toArray()).toEqual(x.toArray());
    points.add(x, [0, 1, 0]);
    points.add(Matrix.fromRows([[2, 3]]), [1]);
    expect(points.all).toBe(all);
    points.add(
      Matrix.fromRows([
        [4, 5],
        [2, 3],
      ]),
      [2, 0],
    );
    expect([...points.all.y]).toEqual([0, 1, 0, 2, 0]);
  });
});

describe("labelsOf", () => {
  it("takes labels, one-hot rows, probabilities, and a column of 0 and 1", () => {
    expect(labelsOf([0, 7])).toEqual([0, 7]);
    expect(Array.from(labelsOf(Matrix.oneHot([2, 0], 3)) ?? [])).toEqual([2, 0]);
    expect(Array.from(labelsOf(Matrix.fromRows([[0.1, 0.9]])) ?? [])).toEqual([1]);
    expect(Array.from(labelsOf(Matrix.fromRows([[1], [0]])) ?? [])).toEqual([1, 0]);
  });

  it("takes nothing else", () => {
    for (const targets of [[0.5], [8], [-1], Matrix.fromRows([[0.5]]), Matrix.fromRows([[3, -2]])]) {
      expect(labelsOf(targets)).toBeUndefined();
    }
  });
});

it("BothClasses makes the scores of two classes of one score, and takes their gradient back", () => {
  const layer = new BothClasses();
  const x = Matrix.fromRows([[3], [-2]]);
  expect(layer.predict(x).toArray()).toEqual([
    [0, 3],
    [0, -2],
  ]);
  expect(gradientCheck(layer, x).passed).toBe(true);
});
