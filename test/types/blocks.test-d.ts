import {
  BatchNorm,
  Dense,
  Dropout,
  type Layer,
  LayerNorm,
  type Matrix,
  ReLU,
  Residual,
  type Sequential,
  sequential,
  Tanh,
} from "spiralnet";
import { describe, expectTypeOf, test } from "vitest";

declare const x: Matrix<30, 2>;
declare const n: number;

test("widths go through Dropout, normalization and residual blocks", () => {
  const model = sequential(
    new Dense(2, 5),
    new BatchNorm(5),
    new Dropout(0.5),
    new Residual(new Dense(5, 4), new Tanh(), new Dense(4, 5)),
    new LayerNorm(5),
    new Dense(5, 3),
  );
  expectTypeOf(model).toEqualTypeOf<Sequential<2, 3>>();
  expectTypeOf(model.predict(x)).toEqualTypeOf<Matrix<30, 3>>();
  expectTypeOf(new Dropout(0.5).forward(x)).toEqualTypeOf<Matrix<30, 2>>();
  expectTypeOf(new BatchNorm(2).forward(x)).toEqualTypeOf<Matrix<30, 2>>();
  expectTypeOf(new LayerNorm(2).forward(x)).toEqualTypeOf<Matrix<30, 2>>();
  expectTypeOf(new Residual(new Dense(2, 2)).forward(x)).toEqualTypeOf<Matrix<30, 2>>();
});

test("a layer that does not take what the one before it gives does not compile", () => {
  // @ts-expect-error the layer before gives 5 columns, this one takes 4
  sequential(new Dense(2, 5), new BatchNorm(4));
  // @ts-expect-error the layer before gives 5 columns, this one takes 4
  sequential(new LayerNorm(5), new Dropout(0.5), new Dense(4, 3));
  // @ts-expect-error the layer before gives 5 columns, this one takes 3
  sequential(new Dense(2, 5), new Residual(new Dense(3, 3)));
  // @ts-expect-error the layer before gives 5 columns, this one takes 3
  sequential(new Residual(new Tanh(), new Dense(5, 5)), new Dense(3, 3));
  // @ts-expect-error x has 2 columns, the layer takes 4
  new BatchNorm(4).forward(x);
  // @ts-expect-error x has 2 columns, the layer takes 3
  new Residual(new Dense(3, 3)).forward(x);
});

describe("a residual block", () => {
  test("knows its layers", () => {
    const block = new Residual(new Dense(5, 4), new ReLU(), new Dense(4, 5));
    expectTypeOf(block.layers[0]).toEqualTypeOf<Dense<5, 4>>();
    expectTypeOf(block).toExtend<Layer<5, 5>>();
  });

  test("does not compile if its ends differ", () => {
    // @ts-expect-error the block takes 5 columns and gives 4
    new Residual(new Dense(5, 4));
    // @ts-expect-error the block takes 5 columns and gives 1
    new Residual(new Tanh(), new Dense(5, 4), new Tanh(), new Dense(4, 1), new Tanh());
    // @ts-expect-error the block takes 5 columns and gives 4
    new Residual(sequential(new Dense(5, 3), new Dense(3, 4)));
  });

  test("does not compile if its layers don't fit", () => {
    // @ts-expect-error the layer before gives 4 columns, this one takes 3
    new Residual(new Dense(5, 4), new ReLU(), new Dense(3, 5));
    // @ts-expect-error a number is no layer
    new Residual(5);
  });

  test("may stand within models and other blocks", () => {
    const inner = new Residual(sequential(new Dense(4, 6), new Residual(new Dense(6, 6)), new Dense(6, 4)));
    expectTypeOf(new Residual(new Dense(3, 4), inner, new Dense(4, 3)).predict).toBeFunction();
    expectTypeOf(sequential(new Dense(2, 4), inner, new Dense(4, 3))).toEqualTypeOf<Sequential<2, 3>>();
    // @ts-expect-error the layer before gives 4 columns, this one takes 7
    new Residual(new Dense(7, 4), inner, new Dense(7, 7));
  });

  test("takes the width of the end that is known", () => {
    expectTypeOf(new Residual(new Dense(2, n)).forward(x)).toEqualTypeOf<Matrix<30, 2>>();
    expectTypeOf(new Residual(new Dense(n, 2)).forward(x)).toEqualTypeOf<Matrix<30, 2>>();
    expectTypeOf(new Residual(new Tanh()).forward(x)).toEqualTypeOf<Matrix<30, number>>();
  });

  test("takes a list of layers", () => {
    const layers: Layer[] = [];
    expectTypeOf(new Residual(...layers)).toEqualTypeOf<Residual<Layer[]>>();
    const blocks: Residual[] = [new Residual(...layers), new Residual(new Dense(2, 2))];
    const [block] = blocks as [Residual];
    expectTypeOf(block.forward(x)).toEqualTypeOf<Matrix<30, number>>();
  });
});
