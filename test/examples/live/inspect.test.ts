import { Matrix, softmaxCrossEntropy } from "spiralnet";
import { describe, expect, it } from "vitest";
import { inspect } from "../../../examples/live/inspect.js";
import { PRESETS } from "../../../examples/live/presets.js";
import { Run } from "../../../examples/live/run.js";
import type { ModelSetup, Setup } from "../../../examples/live/setup.js";
import { weightsOf } from "./support/weights.js";

const { overfitting } = PRESETS;
const POINT = { x: 0.3, y: -0.4, label: 1 };

function runWith(model: Partial<ModelSetup>, steps: number): Run {
  const setup: Setup = {
    ...overfitting,
    model: { ...overfitting.model, hidden: [4, 3], activation: "Tanh", ...model },
  };
  const run = new Run(setup);
  for (let i = 0; i < steps; i++) run.step();
  return run;
}

describe("a point followed by hand", () => {
  it("has the scores, probabilities and loss of the model, and the gradient p − 1(y)", () => {
    const { model } = runWith({}, 50).parts;
    const { scores, probabilities, loss, gradient, point } = inspect(model, POINT);
    const predicted = model.predict(Matrix.fromRows([[POINT.x, POINT.y]]));
    expect(point).toEqual(POINT);
    expect(scores).toEqual(predicted.data);
    expect(loss).toBeCloseTo(-Math.log(probabilities[1] as number), 12);
    expect([...gradient]).toEqual([...probabilities].map((p, i) => expect.closeTo(i === 1 ? p - 1 : p, 12)));
  });

  it("names its layers", () => {
    const { model } = runWith({ normalization: "BatchNorm", dropout: 0.5, hidden: [4] }, 1).parts;
    expect(inspect(model, POINT).layers.map(({ layer }) => layer)).toEqual([
      "Dense(2 → 4)",
      "BatchNorm(4)",
      "Tanh",
      "Dropout(0.5)",
      "Dense(4 → 3)",
    ]);
  });

  it.each(["none", "BatchNorm", "LayerNorm"] as const)(
    "has the gradient of the loss at each layer's output, with normalization %s",
    (normalization) => {
      const { model } = runWith({ normalization, dropout: 0.3 }, 30).parts;
      const { layers, scores } = inspect(model, POINT);
      /** The loss if the layers from one on get this row. */
      const lossFrom = (first: number, row: Matrix) => {
        const end = model.layers.slice(first).reduce<Matrix>((x, layer) => layer.predict(x), row);
        return softmaxCrossEntropy(end, [POINT.label]).loss;
      };
      for (const [i, { output, gradient }] of layers.entries()) {
        for (const j of output.keys()) {
          const moved = (step: number) => {
            const row = new Matrix(1, output.length, output.slice());
            row.data[j] = (row.data[j] as number) + step;
            return lossFrom(i + 1, row);
          };
          expect(gradient[j]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 7);
        }
      }
      expect(layers.at(-1)?.output).toEqual(scores);
    },
  );

  it("leaves the training as it is, dropped units and running statistics included", () => {
    const model = { normalization: "BatchNorm", dropout: 0.3 } as const;
    const watched = runWith(model, 0);
    for (let i = 0; i < 10; i++) {
      inspect(watched.parts.model, POINT);
      watched.step();
    }
    expect(weightsOf(watched.parts.model)).toStrictEqual(weightsOf(runWith(model, 10).parts.model));
  });
});
