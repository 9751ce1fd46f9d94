import {
  Dense,
  type Layer,
  Matrix,
  PassError,
  RandomState,
  ReLU,
  ShapeError,
  Sigmoid,
  sequential,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { Double } from "../support/double.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";

const untyped = (value: unknown): never => value as never;
const seeded = () => ({ random: new RandomState(0) });
const makers: [name: string, make: () => Layer][] = [
  ["Dense", () => new Dense(2, 2, seeded()) as Layer],
  ["ReLU", () => new ReLU()],
  ["Sigmoid", () => new Sigmoid()],
  ["Tanh", () => new Tanh()],
  ["Double", () => new Double()],
  ["Sequential", () => sequential(new Dense(2, 4, seeded()), new Tanh(), new Dense(4, 2, seeded())) as Layer],
  ["Sequential", () => sequential(new ReLU(), sequential(new Dense(2, 2, seeded()), new Double())) as Layer],
];
const x = Matrix.fromRows([
  [1, -2],
  [0.5, 4],
  [-3, 0.25],
]) as Matrix;
const gradient = Matrix.fromRows([
  [1, 2],
  [3, 4],
  [5, 6],
]) as Matrix;

const back = (layer: Layer): Matrix => layer.backward(gradient, { inputGradient: true });

describe.each(makers)("%s", (name, make) => {
  test("refuses backward before forward", () => {
    expectError(() => make().backward(gradient), PassError, `${name}.backward`, "call forward before");
  });

  test("does not count predict as forward", () => {
    const layer = make();
    layer.predict(x);
    expectError(() => layer.backward(gradient), PassError, `${name}.backward`);
  });

  test("refuses a second backward, and changes nothing", () => {
    const layer = make();
    layer.forward(x);
    layer.backward(gradient);
    const before = frozen(layer.parameters);
    expectError(() => layer.backward(gradient), PassError, "before each backward");
    expect(frozen(layer.parameters)).toEqual(before);
  });

  test("keeps a training pass through predict, and through what becomes of x", () => {
    const [layer, same] = [make(), make()];
    const given = x.copy();
    layer.forward(given);
    given.addInPlace(97);
    layer.predict(x.multiply(-7).slice([0, 2]));
    same.forward(x);
    expect(back(layer)).toEqual(back(same));
    expect(frozen(layer.parameters)).toEqual(frozen(same.parameters));
  });

  test("goes back through the last forward", () => {
    const [layer, same] = [make(), make()];
    layer.forward(x.multiply(-7).slice([0, 2]));
    layer.forward(x);
    same.forward(x);
    expect(back(layer)).toEqual(back(same));
  });

  test("returns dL/dx only if asked for, and writes the same gradients", () => {
    const [layer, same] = [make(), make()];
    layer.forward(x);
    same.forward(x);
    expect(layer.backward(gradient)).toBeUndefined();
    expect(back(same).shape).toEqual([3, 2]);
    expect(frozen(layer.parameters)).toEqual(frozen(same.parameters));
    layer.forward(x);
    expect(layer.backward(gradient, { inputGradient: false })).toBeUndefined();
    layer.forward(x);
    expect(layer.backward(gradient, { inputGradient: undefined })).toBeUndefined();
  });

  test("overwrites gradients, so there is nothing to zero", () => {
    const layer = make();
    layer.forward(x);
    layer.backward(gradient);
    const first = frozen(layer.parameters);
    layer.forward(x);
    layer.backward(gradient);
    expect(frozen(layer.parameters)).toEqual(first);
  });

  test("takes batches of any size after each other, none included", () => {
    const layer = make();
    for (const rows of [3, 0, 1, 5, 3]) {
      const batch = new RandomState(rows).randn(rows, 2) as Matrix;
      const y = layer.forward(batch);
      expect(y).toEqual(make().predict(batch));
      expect(y.shape).toEqual([rows, 2]);
      expect(layer.backward(y, { inputGradient: true }).shape).toEqual([rows, 2]);
    }
  });

  const wrongGradients: Failure[] = [
    ["of other rows", () => gradient.slice([0, 2]), ShapeError, "is 2 x 2", "forward returned is 3 x 2"],
    ["of other columns", () => gradient.col(0), ShapeError, "the gradient is 3 x 1", "returned is 3 x 2"],
    ["in rows", () => [[1, 2]], TypeError, "gradient is an array of length", "expected a Matrix"],
    ["that is missing", () => undefined, TypeError, "gradient is undefined", "expected a Matrix"],
    ["with NaN", () => gradient.multiply(Number.NaN), RangeError, "gradient[0, 0] is NaN", "finite"],
  ];
  test.each(wrongGradients)("refuses a gradient %s, and keeps the pass", (_, wrong, kind, ...parts) => {
    const [layer, same] = [make(), make()];
    layer.forward(x);
    same.forward(x);
    const before = frozen(layer.parameters);
    expectError(() => layer.backward(untyped(wrong())), kind, `${name}.backward`, ...parts);
    expect(frozen(layer.parameters)).toEqual(before);
    expect(back(layer)).toEqual(back(same));
  });

  const wrongOptions: Failure[] = [
    ["a misspelt option", () => ({ inputgradient: true }), TypeError, '"inputgradient"', "inputGradient"],
    ["1 for true", () => ({ inputGradient: 1 }), TypeError, "inputGradient is 1", "true or false"],
    ["null", () => null, TypeError, "options is null", "inputGradient"],
    ["a list of options", () => [], TypeError, "options is an array", "a plain object"],
  ];
  test.each(wrongOptions)("refuses %s, and keeps the pass", (_, options, kind, ...parts) => {
    const layer = make();
    layer.forward(x);
    expectError(() => layer.backward(gradient, untyped(options())), kind, `${name}.backward`, ...parts);
    expect(back(layer).shape).toEqual([3, 2]);
  });

  const withNumber = (value: number) => Matrix.fromRows([[1, 2], [3, value]]); // biome-ignore format: a small table
  const wrongInputs: Failure[] = [
    ["with NaN", () => withNumber(Number.NaN), RangeError, "x[1, 1] is NaN", "finite numbers"],
    ["with an infinity", () => withNumber(-Infinity), RangeError, "x[1, 1] is -Infinity", "finite numbers"],
    ["that is a number", () => 3, TypeError, "x is 3", "expected a Matrix"],
    ["in rows", () => [[1, 2]], TypeError, "x is an array of length", "expected a Matrix"],
  ];
  test.each(wrongInputs)("refuses an x %s, and keeps the pass before", (_, wrong, kind, ...parts) => {
    const [layer, same] = [make(), make()];
    layer.forward(x);
    same.forward(x);
    expectError(() => layer.forward(untyped(wrong())), kind, `${name}.forward`, ...parts);
    expectError(() => layer.predict(untyped(wrong())), kind, `${name}.predict`, ...parts);
    expect(back(layer)).toEqual(back(same));
  });
});

test.each([
  ["Dense", new Dense(2, 3) as Layer],
  ["Sequential", sequential(new ReLU(), new Dense(2, 3)) as Layer],
])("%s refuses an x of other columns", (name, layer) => {
  const wrong = Matrix.zeros(5, 4) as Matrix;
  const parts = ["x is 5 x 4", "takes is 5 x 2", "x has 4 columns, the layer takes 2"];
  expectError(() => layer.forward(wrong), ShapeError, `${name}.forward`, ...parts);
  expectError(() => layer.predict(wrong), ShapeError, `${name}.predict`, ...parts);
});

test("a layer within a model refuses columns that nobody declared", () => {
  const model = sequential(new Double(), new Dense(2, 3));
  expectError(() => model.forward(Matrix.zeros(5, 4)), ShapeError, "Dense", "x has 4 columns", "takes 2");
});
