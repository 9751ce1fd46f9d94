import {
  Dense,
  ELU,
  Embedding,
  GELU,
  type Layer,
  LeakyReLU,
  Matrix,
  ReLU,
  type Sequential,
  SiLU,
  Softmax,
  Softplus,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { describe, expectTypeOf, test } from "vitest";

declare const x: Matrix<300, 2>;
declare const n: number;

describe("a Dense layer", () => {
  const layer = new Dense(2, 100);

  test("knows its widths", () => {
    expectTypeOf(layer).toEqualTypeOf<Dense<2, 100>>();
    expectTypeOf(layer.forward(x)).toEqualTypeOf<Matrix<300, 100>>();
    expectTypeOf(layer.predict(Matrix.zeros(n, n))).toEqualTypeOf<Matrix<number, 100>>();
    expectTypeOf(layer.backward(Matrix.zeros(300, 100))).toEqualTypeOf<void>();
    expectTypeOf(layer.backward(Matrix.zeros(300, 100), { inputGradient: true })).toEqualTypeOf<
      Matrix<300, 2>
    >();
  });

  test("does not compile with other widths", () => {
    // @ts-expect-error x has 3 columns, the layer takes 2
    layer.forward(Matrix.zeros(300, 3));
    // @ts-expect-error x has 100 columns, the layer takes 2
    layer.predict(Matrix.zeros(300, 100));
    // @ts-expect-error the gradient has 2 columns, the layer gives 100
    layer.backward(x);
  });

  test("with widths known at run time takes anything", () => {
    const loose = new Dense(n, n);
    expectTypeOf(loose.forward(x)).toEqualTypeOf<Matrix<300, number>>();
  });

  test("is a Layer", () => {
    expectTypeOf(new Dense(n, n)).toExtend<Layer>();
    expectTypeOf(new ReLU()).toExtend<Layer>();
  });
});

test("an activation keeps the shape", () => {
  expectTypeOf(new ReLU().forward(x)).toEqualTypeOf<Matrix<300, 2>>();
  expectTypeOf(new Tanh().backward(x, { inputGradient: true })).toEqualTypeOf<Matrix<300, 2>>();
});

test("so does Softmax, and every other activation", () => {
  expectTypeOf(new Softmax().forward(x)).toEqualTypeOf<Matrix<300, 2>>();
  const model = sequential(
    new Dense(2, 100),
    new LeakyReLU(),
    new ELU(),
    new GELU(),
    new SiLU(),
    new Softplus(),
    new Softmax(),
    new Dense(100, 3),
  );
  expectTypeOf(model).toEqualTypeOf<Sequential<2, 3>>();
});

describe("an Embedding", () => {
  const words = Matrix.zeros(30, 4);

  test("knows the columns of x, and those of y if x has one", () => {
    expectTypeOf(new Embedding(50, 8)).toEqualTypeOf<Embedding<8, 1>>();
    expectTypeOf(new Embedding(50, 8).forward(Matrix.zeros(30, 1))).toEqualTypeOf<Matrix<30, 8>>();
    expectTypeOf(new Embedding(50, 8, { steps: 4 }).predict(words)).toEqualTypeOf<Matrix<30, number>>();
    expectTypeOf(new Embedding(50, n).predict(Matrix.zeros(30, 1))).toEqualTypeOf<Matrix<30, number>>();
    expectTypeOf(new Embedding(50, 8, { steps: n }).predict(words)).toEqualTypeOf<Matrix<30, number>>();
  });

  test("fits into a chain", () => {
    expectTypeOf(sequential(new Embedding(50, 8), new Dense(8, 3))).toEqualTypeOf<Sequential<1, 3>>();
    const model = sequential(new Embedding(50, 8, { steps: 4 }), new Dense(32, 3));
    expectTypeOf(model).toEqualTypeOf<Sequential<4, 3>>();
    expectTypeOf(new Embedding(50, n, { steps: n })).toExtend<Layer>();
  });

  test("does not compile with other widths", () => {
    // @ts-expect-error x has 4 columns, the layer takes 1
    new Embedding(50, 8).forward(words);
    // @ts-expect-error x has 4 columns, the layer takes 3
    new Embedding(50, 8, { steps: 3 }).forward(words);
    // @ts-expect-error the layer before gives 8 columns, this one takes 9
    sequential(new Embedding(50, 8), new Dense(9, 3));
  });
});

describe("a chain of layers", () => {
  test("takes what its first layer takes and gives what its last gives", () => {
    const model = sequential(new Dense(2, 100), new ReLU(), new Dense(100, 3));
    expectTypeOf(model).toEqualTypeOf<Sequential<2, 3>>();
    expectTypeOf(model.forward(x)).toEqualTypeOf<Matrix<300, 3>>();
    expectTypeOf(model.predict(Matrix.zeros(n, 2))).toEqualTypeOf<Matrix<number, 3>>();
    expectTypeOf(model.backward(Matrix.zeros(300, 3))).toEqualTypeOf<void>();
    expectTypeOf(model.backward(Matrix.zeros(300, 3), { inputGradient: true })).toEqualTypeOf<
      Matrix<300, 2>
    >();
  });

  test("looks through activations, at the start and at the end", () => {
    expectTypeOf(sequential(new ReLU(), new Dense(4, 5), new Tanh())).toEqualTypeOf<Sequential<4, 5>>();
    expectTypeOf(sequential(new ReLU())).toEqualTypeOf<Sequential<number, number>>();
  });

  test("looks through models within", () => {
    const inner = sequential(new Dense(2, 6), new Tanh());
    expectTypeOf(sequential(inner, new Dense(6, 3))).toEqualTypeOf<Sequential<2, 3>>();
    // @ts-expect-error the layer before gives 6 columns, this one takes 7
    sequential(inner, new Dense(7, 3));
  });

  test("does not compile where neighbours don't fit", () => {
    // @ts-expect-error the layer before gives 100 columns, this one takes 64
    sequential(new Dense(2, 100), new Dense(64, 3));
    // @ts-expect-error the same with an activation between
    sequential(new Dense(2, 100), new ReLU(), new Dense(64, 3));
    // @ts-expect-error a number is no layer
    sequential(new Dense(2, 100), 5);
  });

  test("fits with widths known at run time, and with layers that say nothing", () => {
    expectTypeOf(sequential(new Dense(2, n), new Dense(64, 3))).toEqualTypeOf<Sequential<2, 3>>();
    expectTypeOf(sequential(new Dense(2, 5), {} as Layer)).toEqualTypeOf<Sequential<2, number>>();
  });

  test("may be as long as it likes", () => {
    const block = () => new Dense(8, 8);
    const deep = sequential(
      ...([block(), block(), block(), block(), block(), block(), block(), block()] as const),
      ...([block(), block(), block(), block(), block(), block(), block(), block()] as const),
      ...([block(), block(), block(), block(), block(), block(), block(), block()] as const),
      ...([block(), block(), block(), block(), block(), block(), block(), block()] as const),
      ...([block(), block(), block(), block(), block(), block(), block(), block()] as const),
      ...([block(), block(), block(), block(), block(), block(), block(), block()] as const),
      ...([block(), block(), block(), block(), block(), block(), block(), block()] as const),
      ...([block(), block(), block(), block(), block(), block(), block(), block()] as const),
      new Dense(8, 3),
    );
    expectTypeOf(deep).toEqualTypeOf<Sequential<8, 3>>();
  });

  test("does not take x or gradients of other widths", () => {
    const model = sequential(new Dense(2, 3));
    // @ts-expect-error x has 5 columns, the layer takes 2
    model.forward(Matrix.zeros(300, 5));
    // @ts-expect-error x has 3 columns, the layer takes 2
    model.predict(Matrix.zeros(300, 3));
    // @ts-expect-error the gradient has 2 columns, the layer gives 3
    model.backward(x);
  });
});

test("a loss's gradient has the shape of the scores", () => {
  expectTypeOf(softmaxCrossEntropy(Matrix.zeros(300, 3), []).gradient).toEqualTypeOf<Matrix<300, 3>>();
  expectTypeOf(softmaxCrossEntropy(Matrix.zeros(n, 3), []).loss).toEqualTypeOf<number>();
});
