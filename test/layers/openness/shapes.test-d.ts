import { Dense, type Matrix, type Sequential, sequential, Tanh } from "spiralnet";
import { expectTypeOf, test } from "vitest";
import { BatchNorm } from "./support/batch-norm.js";
import { Dropout } from "./support/dropout.js";
import { LayerNorm } from "./support/layer-norm.js";
import { Residual } from "./support/residual.js";
import { RNN } from "./support/rnn.js";

declare const x: Matrix<30, 2>;
declare const n: number;

test("widths go through layers of one's own", () => {
  const model = sequential(
    new Dense(2, 5),
    new BatchNorm(5),
    new Dropout(0.5),
    new Residual(sequential(new Dense(5, 4), new Tanh(), new Dense(4, 5))),
    new LayerNorm(5),
    new Dense(5, 3),
  );
  expectTypeOf(model).toEqualTypeOf<Sequential<2, 3>>();
  expectTypeOf(model.predict(x)).toEqualTypeOf<Matrix<30, 3>>();
  expectTypeOf(new Dropout(0.5).forward(x)).toEqualTypeOf<Matrix<30, 2>>();
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
  // @ts-expect-error x has 2 columns, the layer takes 4
  new BatchNorm(4).forward(x);
});

test("a residual layer takes no layer that gives another width", () => {
  // @ts-expect-error 4 is not 5
  new Residual(new Dense(5, 4));
});

test("widths known at run time fit anything", () => {
  const rnn = new RNN({ steps: n, features: n, hidden: n });
  expectTypeOf(sequential(new Dense(2, n), rnn, new Dense(n, 3))).toEqualTypeOf<Sequential<2, 3>>();
  expectTypeOf(new Residual(new Tanh()).forward(x)).toEqualTypeOf<Matrix<30, number>>();
});
