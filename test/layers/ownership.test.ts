import * as fc from "fast-check";
import {
  Dense,
  type Matrix,
  RandomState,
  ReLU,
  SGD,
  Sigmoid,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { expect, test } from "vitest";

/** What a caller may do with a model, in any order. */
type Call = readonly [
  method: "forward" | "backward" | "backward for x" | "predict" | "step",
  rows: number,
  seed: number,
];

const calls = fc.array(
  fc.tuple(
    fc.constantFrom("forward", "backward", "backward for x", "predict", "step") as fc.Arbitrary<Call[0]>,
    fc.nat(4),
    fc.nat(1000),
  ),
  { minLength: 1, maxLength: 25 },
);

function makeModel() {
  const random = new RandomState(1);
  return sequential(
    new Dense(2, 3, { random }),
    new Tanh(),
    new Dense(3, 3, { random }),
    new ReLU(),
    new Dense(3, 2, { random }),
    new Sigmoid(),
  );
}

/** A matrix that the caller holds, and what was in it when it got it. */
interface Held {
  readonly matrix: Matrix;
  readonly numbers: readonly number[];
}

test("what forward, backward and predict return, and what they are given, never changes later", () => {
  fc.assert(
    fc.property(calls, (program) => {
      const model = makeModel();
      const sgd = new SGD(model.parameters, { learningRate: 0.1 });
      const held: Held[] = [];
      const hold = (matrix: Matrix): Matrix => {
        held.push({ matrix, numbers: Array.from(matrix.data) });
        return matrix;
      };
      let open: Matrix | undefined;
      for (const [method, rows, seed] of program) {
        const x = hold(new RandomState(seed).randn(rows, 2)) as Matrix<number, 2>;
        if (method === "forward") open = hold(model.forward(x));
        if (method === "predict") hold(model.predict(x));
        if (method === "step") sgd.step();
        if (method.startsWith("backward") && open !== undefined) {
          const gradient = hold(new RandomState(seed).randn(open.rows, 2)) as Matrix<number, 2>;
          if (method === "backward") model.backward(gradient);
          else hold(model.backward(gradient, { inputGradient: true }));
          open = undefined;
        }
      }
      for (const { matrix, numbers } of held) expect(Array.from(matrix.data)).toEqual(numbers);
      expect(new Set(held.map(({ matrix }) => matrix.data.buffer)).size).toBe(held.length);
    }),
  );
});

test("the gradients don't depend on what else was done with the model, nor with its results", () => {
  fc.assert(
    fc.property(calls, (program) => {
      const [busy, fresh] = [makeModel(), makeModel()];
      const [x, labels] = [new RandomState(5).randn(4, 2), [0, 1, 1, 0]];
      for (const [method, rows, seed] of program) {
        const other = new RandomState(seed).randn(rows, 2);
        const y = method === "predict" ? busy.predict(other) : busy.forward(other);
        if (method === "backward for x") busy.backward(y, { inputGradient: true }).data.fill(7);
        y.data.fill(-3);
      }
      const scores = busy.forward(x);
      const { gradient } = softmaxCrossEntropy(scores, labels);
      scores.data.fill(9);
      busy.predict(x.multiply(2)).data.fill(9);
      busy.backward(gradient);
      fresh.forward(x);
      fresh.backward(gradient);
      expect(busy.parameters.map((parameter) => parameter.gradient)).toEqual(
        fresh.parameters.map((parameter) => parameter.gradient),
      );
    }),
  );
});
