import {
  Dense,
  type Layer,
  Matrix,
  PassError,
  RandomState,
  ReLU,
  ShapeError,
  Sigmoid,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";

const untyped = (value: unknown): never => value as never;
const makers: [name: string, make: () => Layer][] = [
  ["Dense", () => new Dense(2, 2, { random: new RandomState(0) }) as Layer],
  ["ReLU", () => new ReLU()],
  ["Sigmoid", () => new Sigmoid()],
  ["Tanh", () => new Tanh()],
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

describe.each(makers)("%s", (name, make) => {
  test("backward before forward is an error", () => {
    expectError(() => make().backward(gradient), PassError, `${name}.backward`, "call forward once");
  });

  test("predict does not count as forward", () => {
    const layer = make();
    layer.predict(x);
    expectError(() => layer.backward(gradient), PassError, `${name}.backward`);
  });

  test("a second backward is an error and changes nothing", () => {
    const layer = make();
    layer.forward(x);
    layer.backward(gradient);
    const before = frozen(layer.parameters);
    expectError(() => layer.backward(gradient), PassError, "once for each backward");
    expect(frozen(layer.parameters)).toEqual(before);
  });

  test("predict between forward and backward disturbs nothing", () => {
    const [layer, same] = [make(), make()];
    layer.forward(x);
    layer.predict(x.multiply(-7).slice([0, 2]));
    same.forward(x);
    expect(layer.backward(gradient)).toEqual(same.backward(gradient));
    expect(frozen(layer.parameters)).toEqual(frozen(same.parameters));
  });

  test("backward goes back through the last forward", () => {
    const [layer, same] = [make(), make()];
    layer.forward(x.multiply(-7).slice([0, 2]));
    layer.forward(x);
    same.forward(x);
    expect(layer.backward(gradient)).toEqual(same.backward(gradient));
  });

  const wrongGradients: Failure[] = [
    [
      "rows",
      () => gradient.slice([0, 2]),
      ShapeError,
      "the gradient is 2 x 2",
      "what forward returned is 3 x 2",
    ],
    [
      "columns",
      () => gradient.slice([0, 3], [0, 1]),
      ShapeError,
      "the gradient is 3 x 1",
      "forward returned is 3 x 2",
    ],
    ["kind", () => [[1, 2]], TypeError, "gradient is an array of length", "expected a Matrix"],
    ["nothing", () => undefined, TypeError, "gradient is undefined", "expected a Matrix"],
  ];
  test.each(wrongGradients)(
    "a gradient of other %s is an error that leaves the pass usable",
    (_, wrong, kind, ...parts) => {
      const [layer, same] = [make(), make()];
      layer.forward(x);
      same.forward(x);
      const before = frozen(layer.parameters);
      expectError(() => layer.backward(untyped(wrong())), kind, `${name}.backward`, ...parts);
      expect(frozen(layer.parameters)).toEqual(before);
      expect(layer.backward(gradient)).toEqual(same.backward(gradient));
    },
  );

  const bad = (value: number) =>
    Matrix.fromRows([
      [1, 2],
      [3, value],
    ]) as Matrix;
  const wrongInputs: Failure[] = [
    ["NaN", () => bad(Number.NaN), RangeError, "x[1, 1] is NaN", "finite numbers"],
    ["infinity", () => bad(Number.NEGATIVE_INFINITY), RangeError, "x[1, 1] is -Infinity", "finite numbers"],
    ["number", () => 3, TypeError, "x is 3", "expected a Matrix"],
    ["array", () => [[1, 2]], TypeError, "x is an array of length", "expected a Matrix"],
  ];
  test.each(wrongInputs)(
    "a %s for x is refused, and the pass before stays usable",
    (_, wrong, kind, ...parts) => {
      const [layer, same] = [make(), make()];
      layer.forward(x);
      same.forward(x);
      expectError(() => layer.forward(untyped(wrong())), kind, `${name}.forward`, ...parts);
      expectError(() => layer.predict(untyped(wrong())), kind, `${name}.predict`, ...parts);
      expect(layer.backward(gradient)).toEqual(same.backward(gradient));
    },
  );

  const wrongOuts: Failure[] = [
    [
      "of another shape",
      () => Matrix.zeros(2, 2),
      ShapeError,
      "out is 2 x 2, the result is 3 x 2: they must be the same",
    ],
    ["with other columns", () => Matrix.zeros(3, 3), ShapeError, "out is 3 x 3", "the result is 3 x 2"],
    ["that is the operand", () => x, TypeError, "out shares memory with the operand"],
    [
      "that is no matrix",
      () => new Float64Array(6),
      TypeError,
      "out is an object of type Float64Array",
      "a Matrix",
    ],
  ];
  // Where a layer works in place, the operand may be `out`.
  const refused = wrongOuts.filter(([, out]) => !(make() as Layer).inPlace || out() !== x);
  test.each(refused)("an `out` %s is refused", (_, out, kind, ...parts) => {
    const before = x.copy();
    expectError(() => make().forward(x, untyped(out())), kind, `${name}.forward`, ...parts);
    expectError(() => make().predict(x, untyped(out())), kind, `${name}.predict`, ...parts);
    expect(x).toEqual(before);
  });

  test("a wrong `out` for the gradient leaves the pass usable", () => {
    const [layer, same] = [make(), make()];
    layer.forward(x);
    same.forward(x);
    const before = frozen(layer.parameters);
    if (!layer.inPlace)
      expectError(() => layer.backward(gradient, gradient), TypeError, `${name}.backward`, "shares memory");
    expectError(() => layer.backward(gradient, x.row(0)), ShapeError, "out is 1 x 2", "the result is 3 x 2");
    expect(frozen(layer.parameters)).toEqual(before);
    expect(layer.backward(gradient)).toEqual(same.backward(gradient));
  });
});

describe("Dense", () => {
  test("x of another width is refused", () => {
    const layer = new Dense(2, 3) as Dense;
    expectError(
      () => layer.forward(Matrix.zeros(5, 4)),
      ShapeError,
      "Dense.forward",
      "x is 5 x 4",
      "takes is 5 x 2",
    );
    expectError(
      () => layer.predict(Matrix.zeros(5, 1)),
      ShapeError,
      "Dense.predict",
      "x is 5 x 1",
      "takes is 5 x 2",
    );
  });

  test("backwardParameters needs a forward pass, and uses it up", () => {
    const layer = new Dense(2, 2);
    expectError(() => layer.backwardParameters(gradient), PassError, "Dense.backward");
    layer.forward(x as Matrix<3, 2>);
    expectError(() => layer.backwardParameters(x.row(0)), ShapeError, "1 x 2", "3 x 2");
    layer.backwardParameters(gradient);
    expectError(() => layer.backwardParameters(gradient), PassError, "Dense.backward");
  });
});
