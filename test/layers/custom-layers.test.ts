import { Dense, type Layer, Matrix, RandomState, ReLU, sequential, Tanh } from "spiralnet";
import { describe, expect, test } from "vitest";
import { Double } from "../support/double.js";
import { expectError } from "../support/expect-error.js";

const random = new RandomState(0);

test("without inputGradient the parameters' gradients are the same and nothing is returned", () => {
  const make = () => {
    const same = new RandomState(2);
    return sequential(
      new Double(),
      new Tanh(),
      new Dense(3, 2, { random: same }),
      new Double(),
      new Dense(2, 2, { random: same }),
    );
  };
  const [short, full] = [make(), make()];
  const [x, gradient] = [random.randn(4, 3), random.randn(4, 2)];
  short.forward(x);
  full.forward(x);
  expect(short.backward(gradient)).toBeUndefined();
  full.backward(gradient, { inputGradient: true });
  expect(short.parameters).toEqual(full.parameters);
});

test("layers below the first with parameters are left out on the way back", () => {
  let passes = 0;
  class Counting extends Double {
    override backward(gradient: Matrix): Matrix {
      passes++;
      return super.backward(gradient);
    }
  }
  const model = sequential(new Counting(), new Counting(), new Dense(2, 2), new Counting());
  model.forward(Matrix.zeros(1, 2));
  model.backward(Matrix.zeros(1, 2));
  expect(passes).toBe(1);
  model.forward(Matrix.zeros(1, 2));
  model.backward(Matrix.zeros(1, 2), { inputGradient: true });
  expect(passes).toBe(4);
});

test("a model without parameters goes back through all its layers where that is asked for", () => {
  const model = sequential(new Double(), new ReLU());
  model.forward(Matrix.fromRows([[1, -1]]));
  expect(model.backward(Matrix.fromRows([[3, 3]]), { inputGradient: true }).toArray()).toEqual([[6, 0]]);
  model.forward(Matrix.fromRows([[1, -1]]));
  expect(model.backward(Matrix.fromRows([[3, 3]]))).toBeUndefined();
});

test("a first layer with backwardParameters is not asked for the gradient of x", () => {
  const dense = new Dense(2, 1, { random });
  const layer: Layer = {
    parameters: dense.parameters,
    forward: (x) => dense.forward(x as Matrix<number, 2>),
    backward: () => expect.unreachable(),
    backwardParameters: (gradient) => dense.backwardParameters(gradient),
    predict: (x) => dense.predict(x as Matrix<number, 2>),
  };
  const model = sequential(layer);
  model.forward(Matrix.fromRows([[1, 2]]));
  model.backward(Matrix.fromRows([[5]]));
  expect(dense.weights.gradient.toArray()).toEqual([[5], [10]]);
});

describe("matrices between layers", () => {
  /** Writes into what it is given to write into, and remembers what that was. */
  class Observer implements Layer {
    readonly parameters = [];
    readonly elementwise = true;
    readonly given: (Matrix | undefined)[] = [];
    forward(x: Matrix, out?: Matrix): Matrix {
      return this.#observe(x, out);
    }
    backward(gradient: Matrix, out?: Matrix): Matrix {
      return this.#observe(gradient, out);
    }
    predict(x: Matrix, out?: Matrix): Matrix {
      return this.#observe(x, out);
    }
    #observe(x: Matrix, out: Matrix | undefined): Matrix {
      this.given.push(out);
      return out ? out.multiplyInPlace(0).addInPlace(x) : x.copy();
    }
  }

  const steps = (
    model: { forward(x: Matrix): Matrix; backward(g: Matrix): void },
    rows: readonly number[],
  ) => {
    for (const count of rows) model.backward(model.forward(Matrix.zeros(count, 2)));
  };

  test("are the same from step to step, as long as the shape is", () => {
    const observer = new Observer();
    const model = sequential(new Dense(2, 2), observer, new Dense(2, 2));
    steps(model as never, [3, 3, 4]);
    const [forward, backward, forward2, backward2, forward3, backward3] = observer.given;
    expect(forward?.shape).toEqual([3, 2]);
    expect(forward2).toBe(forward);
    expect(backward2).toBe(backward);
    expect(backward).not.toBe(forward);
    expect([forward3?.shape, backward3?.shape]).toEqual([
      [4, 2],
      [4, 2],
    ]);
  });

  test("are not those of predict, which would disturb the pass", () => {
    const observer = new Observer();
    const model = sequential(observer, new Dense(2, 2));
    model.forward(Matrix.zeros(3, 2));
    model.predict(Matrix.zeros(3, 2));
    model.predict(Matrix.zeros(3, 2));
    const [forward, predict, predict2] = observer.given;
    expect(predict).not.toBe(forward);
    expect(predict2).toBe(predict);
  });

  test("end before the last layer, whose result is the caller's and a new one each time", () => {
    const observer = new Observer();
    const model = sequential(new Dense(2, 2), observer);
    model.forward(Matrix.zeros(3, 2));
    model.forward(Matrix.zeros(3, 2));
    model.predict(Matrix.zeros(3, 2));
    expect(observer.given.map((out) => out?.shape)).toEqual([
      [3, 2],
      [3, 2],
      [3, 2],
    ]);
    expect(new Set(observer.given).size).toBe(3);
  });

  test("are not given to a layer that says nothing about its widths", () => {
    const observer = new Observer();
    const loose: Layer = {
      parameters: [],
      forward: (x, out) => observer.forward(x, out),
      backward: (gradient, out) => observer.backward(gradient, out),
      predict: (x, out) => observer.predict(x, out),
    };
    steps(sequential(new Dense(2, 2), loose, new Dense(2, 2)) as never, [3]);
    expect(observer.given).toEqual([undefined, undefined]);
  });
});

test("a first layer without backwardParameters gets backward", () => {
  const dense = new Dense(2, 1, { random });
  const plain: Layer = {
    name: "plain",
    parameters: dense.parameters,
    forward: (x) => dense.forward(x as Matrix<number, 2>),
    backward: (gradient) => dense.backward(gradient as Matrix<number, 1>),
    predict: (x) => dense.predict(x as Matrix<number, 2>),
  };
  const model = sequential(plain, new Double());
  model.forward(Matrix.fromRows([[1, 2]]));
  model.backward(Matrix.fromRows([[5]]));
  expect(dense.weights.gradient.toArray()).toEqual([[10], [20]]);
});

test("a layer may say nothing about its widths", () => {
  const { inputs, outputs } = sequential(new Double(), new Dense(2, 3), new Double());
  expect([inputs, outputs]).toEqual([undefined, undefined]);
});

describe("a layer that returns what it was given", () => {
  const identity = (): Layer => ({
    name: "identity",
    parameters: [],
    elementwise: true,
    forward: (x) => x,
    backward: (gradient) => gradient,
    predict: (x) => x,
  });

  test("at the end: the results are still the caller's", () => {
    const model = sequential(new Dense(2, 2, { random }), identity());
    const x = random.randn(3, 2);
    const results = [model.forward(x), model.predict(x)];
    const before = results.map((result) => result.toArray());
    model.forward(x.multiply(5));
    model.predict(x.multiply(-5));
    expect(results.map((result) => result.toArray())).toEqual(before);
  });

  test("at the start: the gradient of x is still the caller's", () => {
    const model = sequential(identity(), new Dense(2, 2, { random }));
    const x = random.randn(3, 2);
    model.forward(x);
    const dx = model.backward(x, { inputGradient: true });
    const before = dx.toArray();
    model.forward(x);
    model.backward(x.multiply(5), { inputGradient: true });
    expect(dx.toArray()).toEqual(before);
  });
});

describe("a layer that gives no matrix is named", () => {
  const layer = (methods: object): Layer => ({
    name: "mine",
    parameters: [],
    forward: (x) => x,
    backward: (gradient) => gradient,
    predict: (x) => x,
    ...methods,
  });
  const nothing = () => undefined;
  const x = Matrix.zeros(1, 2);

  test("where it forgets to return one", () => {
    for (const place of [0, 1, 2]) {
      const at = (methods: object) => {
        const parts: Layer[] = [new Dense(2, 2), new Dense(2, 2)];
        parts.splice(place, 0, layer(methods));
        return sequential(...(parts as [Double, Double, Double]));
      };
      const forgetful = at({ forward: nothing, predict: nothing });
      expectError(() => forgetful.forward(x), TypeError, "mine.forward: the result is undefined", "a Matrix");
      expectError(() => forgetful.predict(x), TypeError, "mine.predict: the result is undefined");

      const oneWay = at({ backward: nothing });
      oneWay.forward(x);
      const back = () => oneWay.backward(x, { inputGradient: true });
      expectError(back, TypeError, "mine.backward: the result is undefined");
    }
  });

  test("where it is asynchronous", () => {
    const model = sequential(layer({ predict: async (rows: Matrix) => rows }) as Double);
    expectError(() => model.predict(x), TypeError, "mine.predict: the result is an object of type Promise");
  });
});
