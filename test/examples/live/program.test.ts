import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT, PRESETS } from "../../../examples/live/presets.js";
import { programOf } from "../../../examples/live/program.js";
import { Run } from "../../../examples/live/run.js";
import type { Setup } from "../../../examples/live/setup.js";
import { hashOf } from "../../../examples/live/url.js";
import log from "../../golden/published-log.json" with { type: "json" };
import { compilerErrors } from "./support/compile.js";
import { runProgram } from "./support/run-program.js";
import { trainableSetup } from "./support/setups.js";
import { weightsOf } from "./support/weights.js";

/** The model of a run after some steps. */
function trained(setup: Setup, steps: number) {
  const run = new Run(setup);
  for (let i = 0; i < steps; i++) run.step();
  return run.parts.model;
}

/** Setups with each choice, always the same. */
const SOME = fc.sample(trainableSetup, { numRuns: 60, seed: 1 });
const { highLearningRate, ...others } = PRESETS;
const presets = Object.entries(others);

describe("the program of a setup", () => {
  it("compiles under strict settings", () => {
    const all = [
      ...Object.values(PRESETS),
      ...SOME,
      { ...DEFAULT, data: { ...DEFAULT.data, kind: "own" } as const },
    ];
    const programs = all.map((setup, i) => [`program${i}`, programOf(setup).code]);
    expect(compilerErrors(Object.fromEntries(programs))).toEqual([]);
  });

  it("is found wrong if it is", () => {
    const { code } = programOf(DEFAULT);
    const errors = compilerErrors({
      wrong: code.replace("Dense(2, 100", "Dense(2, 99"),
      unused: code.replace("  Dense,", "  Tanh, Dense,"),
    });
    expect(errors).toHaveLength(2);
    expect(errors[0]).toContain("99");
    expect(errors[1]).toContain("'Tanh'");
  });

  it.each(presets)("gives the weights of the run of preset %s", (_, setup) => {
    const { code, steps } = programOf(setup, 25);
    expect(weightsOf(runProgram(code).model)).toStrictEqual(weightsOf(trained(setup, steps)));
  });

  it.each(SOME.map((setup) => [hashOf(setup), setup] as const))(
    "gives the weights of the run of %s",
    (_, setup) => {
      const { code, steps } = programOf(setup, 7);
      expect(weightsOf(runProgram(code).model)).toStrictEqual(weightsOf(trained(setup, steps)));
    },
  );

  it("diverges as the run does", () => {
    const { code, steps } = programOf(highLearningRate, 100);
    expect(() => runProgram(code)).toThrow("Infinity");
    expect(() => trained(highLearningRate, steps)).toThrow("Infinity");
  });

  it("prints the published log of the case study", () => {
    const { printed } = runProgram(programOf(PRESETS.caseStudy).code);
    const published = log.twoLayer.loss.map((loss, i) => `iteration ${1000 * i}: loss ${loss}`);
    // From iteration 7000 on, the last digits depend on the order of sums in the author's library.
    expect(printed.slice(0, 7)).toEqual(published.slice(0, 7));
    expect(printed.slice(7, 10).map((line) => line.slice(0, -2))).toEqual(
      published.slice(7).map((line) => line.slice(0, -2)),
    );
    expect(printed.slice(10)).toEqual([`training accuracy: ${log.twoLayer.trainingAccuracy}`]);
  });

  it("prints the published log of the linear classifier", () => {
    const { printed } = runProgram(programOf(PRESETS.linear, 100).code);
    const published = log.linear.loss.slice(0, 10).map((loss, i) => `iteration ${10 * i}: loss ${loss}`);
    expect(printed.slice(0, 10)).toEqual(published);
  });

  it("is short", () => {
    expect(programOf(PRESETS.caseStudy).code).toBe(CASE_STUDY);
  });
});

const CASE_STUDY = `import {
  Dense, L2, RandomState, ReLU, SGD, accuracy, normal, sequential, softmaxCrossEntropy, spiral,
} from "spiralnet";

const { x, y } = spiral({ classes: 3, pointsPerClass: 100, random: new RandomState(0) });

const random = new RandomState(0);
random.randn(324); // skips what was drawn before these weights
const weights = normal(0.01);
const model = sequential(
  new Dense(2, 100, { weights, random }),
  new ReLU(),
  new Dense(100, 3, { weights, random }),
);
const l2 = new L2(0.001);
const sgd = new SGD(model.parameters, { learningRate: 1 });

for (let i = 0; i < 10_000; i++) {
  const { loss: dataLoss, gradient } = softmaxCrossEntropy(model.forward(x), y);
  model.backward(gradient);
  const loss = dataLoss + l2.apply(model.parameters);
  if (i % 1000 === 0) console.log(\`iteration \${i}: loss \${loss.toFixed(6)}\`);
  sgd.step();
}
console.log(\`training accuracy: \${accuracy(model.predict(x), y).toFixed(2)}\`);
`;
