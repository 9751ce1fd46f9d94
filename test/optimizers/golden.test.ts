import {
  Adagrad,
  Adam,
  AdamW,
  Matrix,
  type Optimizer,
  type Parameter,
  parameter,
  RMSProp,
  SGD,
} from "spiralnet";
import { expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { golden } from "../support/golden.js";

type Pair = [weights: number[][], biases: number[][]];

interface Given {
  readonly checked: readonly number[];
  readonly start: Pair;
  readonly gradients: readonly Pair[];
}

interface Case {
  readonly name: keyof typeof classes;
  readonly options: { readonly learningRate: number };
  /** After each of the checked steps. */
  readonly values: readonly Pair[];
}

const [given, ...cases] = golden("optimizers") as [Given, ...Case[]];

const classes = { SGD, RMSprop: RMSProp, Adagrad, Adam, AdamW } satisfies Record<
  string,
  new (
    parameters: readonly Parameter[],
    options: { learningRate: number },
  ) => Optimizer
>;

test.each(cases.map((it) => [it.name, JSON.stringify(it.options), it] as const))(
  "%s with %s gives PyTorch's values",
  (_name, _options, { name, options, values }) => {
    const parameters = given.start.map((value, i) =>
      parameter(`p${i}`, Matrix.fromRows(value), i === 0 ? "weight" : "bias"),
    );
    const optimizer = new classes[name](parameters, options);
    let worst = 0;
    for (const [i, gradients] of given.gradients.entries()) {
      if (i === 20) optimizer.learningRate /= 2;
      for (const [j, { gradient }] of parameters.entries()) {
        gradient.assignInPlace(Matrix.fromRows(gradients[j] as number[][]));
      }
      optimizer.step();
      const expected = values[given.checked.indexOf(i + 1)];
      if (!expected) continue;
      for (const [j, { value }] of parameters.entries()) {
        worst = Math.max(worst, distance(value, expected[j] as number[][]));
      }
    }
    expect(worst).toBeLessThan(1e-12);
  },
);
