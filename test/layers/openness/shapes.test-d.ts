import { type Computed, Dense, Layer, type Matrix, type Sequential, sequential, Tanh } from "spiralnet";
import { expectTypeOf, test } from "vitest";
import { RNN } from "./support/rnn.js";

declare const x: Matrix<30, 2>;
declare const n: number;

/** Declares its width in its type. */
class Copy<Width extends number> extends Layer<Width, Width> {
  constructor(
    override readonly inputs: Width,
    override readonly outputs: Width = inputs,
  ) {
    super();
  }
  protected override compute(x: Matrix): Computed {
    return { y: x, back: (gradient) => gradient };
  }
}

test("widths go through layers of one's own", () => {
  const model = sequential(new Dense(2, 5), new Copy(5), new Tanh(), new Dense(5, 3));
  expectTypeOf(model).toEqualTypeOf<Sequential<2, 3>>();
  expectTypeOf(model.predict(x)).toEqualTypeOf<Matrix<30, 3>>();
  expectTypeOf(new Copy(2).forward(x)).toEqualTypeOf<Matrix<30, 2>>();
});

test("a layer of one's own that does not take what the one before it gives does not compile", () => {
  // @ts-expect-error the layer before gives 5 columns, this one takes 4
  sequential(new Dense(2, 5), new Copy(4));
  // @ts-expect-error the layer before gives 5 columns, this one takes 4
  sequential(new Copy(5), new Tanh(), new Dense(4, 3));
  // @ts-expect-error x has 2 columns, the layer takes 4
  new Copy(4).forward(x);
});

test("widths known at run time fit anything", () => {
  const rnn = new RNN({ steps: n, features: n, hidden: n });
  expectTypeOf(sequential(new Dense(2, n), rnn, new Dense(n, 3))).toEqualTypeOf<Sequential<2, 3>>();
});
