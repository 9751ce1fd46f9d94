import {
  Dense,
  type Layer,
  Matrix,
  PassError,
  RandomState,
  ReLU,
  Sigmoid,
  sequential,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { rowsAtATime } from "../../src/layers/stretches.js";
import { expectError } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";

/*
 * With so many rows a model takes some of them at a time through all its layers. Nobody may notice: the same bits come out as from the
 * layers called by hand with all rows.
 */

const ROWS = 4500;
const random = new RandomState(1);
const x = random.normal(0, 1, ROWS, 2) as Matrix;
const gradient = random.normal(0, 1, ROWS, 3) as Matrix;
const few = x.slice([0, 7]) as Matrix;

const makers: [name: string, make: () => Layer[]][] = [
  ["ReLU", () => layers(new ReLU())],
  ["Sigmoid", () => layers(new Sigmoid())],
  ["Tanh", () => layers(new Tanh())],
  ["two Dense layers without a function between them", () => layers(new Dense(64, 64, { random: seeded() }))],
  ["ReLU first and last", () => [new ReLU(), ...layers(new Tanh()), new ReLU()]],
  ["Sigmoid first", () => [new Sigmoid(), ...layers(new ReLU())]],
  ["a narrow layer after a narrow one", () => [new Dense(2, 2, { random: seeded() }), ...layers(new ReLU())]],
  [
    "narrow layers alone",
    () => [2, 8, 8, 8, 8, 8, 8, 8].flatMap(narrow).concat(new Dense(8, 3, { random: seeded() })),
  ],
];

function seeded(): RandomState {
  return new RandomState(3);
}

function narrow(inputs: number): Layer[] {
  return [new Dense(inputs, 8, { random: seeded() }), new ReLU()];
}

function layers(between: Layer): Layer[] {
  const options = { random: seeded() };
  return [new Dense(2, 64, options), between, new Dense(64, 3, options)];
}

function model(parts: readonly Layer[]) {
  return sequential(...(parts as [Layer])) as unknown as {
    parameters: Dense["parameters"];
    forward(x: Matrix): Matrix;
    predict(x: Matrix): Matrix;
    backward(gradient: Matrix): void;
    backward(gradient: Matrix, options: { inputGradient: true }): Matrix;
  };
}

function gradients({ parameters }: Pick<Layer, "parameters">): Matrix[] {
  return parameters.map((parameter) => parameter.gradient);
}

describe.each(makers)("%s", (_, make) => {
  test("a model gives the bits of its layers called by hand", () => {
    const [parts, same] = [make(), make()];
    expect(rowsAtATime(parts, x)).toBeLessThan(ROWS / 3);
    const whole = model(parts);
    const result = same.reduce((activation, layer) => layer.forward(activation), x);
    const dx = same.reduceRight((flowing, layer) => layer.backward(flowing), gradient);

    // Twice, and with a pass of another size between: what is used again must not matter.
    for (let i = 0; i < 2; i++) {
      expect(whole.forward(x)).toEqual(result);
      expect(whole.predict(x)).toEqual(result);
      expect(whole.backward(gradient, { inputGradient: true })).toEqual(dx);
      expect(gradients(whole)).toEqual(same.flatMap(gradients));
      whole.forward(few);
      whole.backward(gradient.slice([0, 7]));
    }
  });

  test("parameters alone get the same gradients", () => {
    const [whole, same] = [model(make()), model(make())];
    whole.forward(x);
    whole.backward(gradient);
    same.forward(x);
    same.backward(gradient, { inputGradient: true });
    expect(frozen(whole.parameters)).toEqual(frozen(same.parameters));
  });

  test("the way back is that of the pass, whatever x and the parameters have become", () => {
    const [parts, same, given] = [make(), make(), x.copy()];
    const whole = model(parts);
    whole.forward(given);
    same.reduce((activation, layer) => layer.forward(activation), x);
    given.multiplyInPlace(3);
    for (const { value } of [...parts, ...same].flatMap(({ parameters }) => parameters)) {
      value.multiplyInPlace(-0.5);
    }
    const dx = same.reduceRight((flowing, layer) => layer.backward(flowing), gradient);
    expect(whole.backward(gradient, { inputGradient: true })).toEqual(dx);
    expect(frozen(whole.parameters)).toEqual(frozen(same.flatMap(({ parameters }) => parameters)));
  });
});

/** Takes the mean of each column away: what becomes of a row depends on the others. */
class Centre implements Layer {
  readonly parameters = [];
  readonly elementwise = true;
  forward(rows: Matrix): Matrix {
    return rows.subtract(rows.mean(0));
  }
  predict(rows: Matrix): Matrix {
    return this.forward(rows);
  }
  backward(flowing: Matrix): Matrix {
    return this.forward(flowing);
  }
}

class Noisy extends Tanh {
  seen: number[] = [];
  override predict<N extends number, W extends number>(rows: Matrix<N, W>): Matrix<N, W> {
    this.seen.push(rows.rows);
    return super.predict(rows);
  }
}

test("a layer of the reader's own sees all rows at once", () => {
  const parts = layers(new Centre());
  expect(rowsAtATime(parts, x)).toBe(ROWS);
  const [first, , last] = parts as [Layer, Layer, Layer];
  const expected = last.predict(new Centre().forward(first.predict(x)));
  expect(model(parts).predict(x)).toEqual(expected);
});

test("so does a layer with a method of ours replaced", () => {
  const noisy = new Noisy();
  model(layers(noisy)).predict(x);
  expect(noisy.seen).toEqual([ROWS]);
});

test("a wrong number is found in the row where it is", () => {
  const wrong = x.copy();
  wrong.data[2 * 4321 + 1] = Number.NaN;
  const whole = model(layers(new ReLU()));
  expectError(() => whole.forward(wrong), RangeError, "x[4321, 1] is NaN");

  const huge = x.copy();
  huge.data[2 * 4321] = 1e308;
  const parts = [
    new Dense(2, 64, { weights: (rows, cols) => Matrix.full(rows, cols, 100), random: seeded() }),
    new ReLU(),
  ];
  expectError(
    () => model(parts).forward(huge),
    RangeError,
    "iteration 0: ReLU.forward: x[4321, 0] is Infinity",
  );
});

test("a layer that has run by itself since is noticed", () => {
  const parts = layers(new ReLU());
  const whole = model(parts);
  whole.forward(x);
  parts[0]?.forward(few);
  expectError(() => whole.backward(gradient), PassError, "layer 0 (Dense) has run another pass");
});

test("a layer can't go back by itself through a pass it saw a part of at a time", () => {
  const parts = layers(new ReLU());
  model(parts).forward(x);
  expectError(() => parts[2]?.backward(gradient), PassError, "no forward pass");
});

test("a second backward is an error", () => {
  const whole = model(layers(new ReLU()));
  whole.forward(x);
  whole.backward(gradient);
  expectError(() => whole.backward(gradient), PassError, "once for each backward");
});

test("a layer that the gradient did not reach can't go back by itself either", () => {
  const relu = new ReLU();
  const whole = model([relu, ...layers(new Tanh())]);
  whole.forward(x);
  whole.backward(gradient);
  expectError(() => relu.backward(x), PassError, "no forward pass");
});
