import {
  Activation,
  Dense,
  gradientCheck,
  Matrix,
  type Parameter,
  RandomState,
  ReLU,
  sequential,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { rowsAtATime } from "../../src/layers/stretches.js";
import { Double } from "../support/double.js";
import { frozen } from "../support/frozen.js";

/*
 * Classes of the reader's own that extend ours. What ours say of themselves, to save a model work and memory, does not hold for them: a model
 * that believed it would give wrong gradients without an error.
 */

const random = new RandomState(3);
const x = random.randn(4, 2);

/** Twice what Dense gives. */
class Twice extends Dense {
  override forward<N extends number>(rows: Matrix<N, number>): Matrix<N, number> {
    return super.forward(rows).multiply(2) as Matrix<N, number>;
  }
  override predict<N extends number>(rows: Matrix<N, number>): Matrix<N, number> {
    return super.predict(rows).multiply(2) as Matrix<N, number>;
  }
  override backward<N extends number>(gradient: Matrix<N, number>, out?: Matrix): Matrix<N, number> {
    return super.backward(gradient.multiply(2) as Matrix<N, number>, out);
  }
}

/** The square, which is not what ReLU may assume to be in place. */
class Square extends ReLU {
  protected override apply(out: Float64Array, values: Float64Array): void {
    for (let i = 0; i < out.length; i++) out[i] = (values[i] as number) ** 2;
  }
  protected override applyGradient(out: Float64Array, gradient: Float64Array, kept: Float64Array): void {
    for (let i = 0; i < out.length; i++) out[i] = 2 * (gradient[i] as number) * (kept[i] as number);
  }
}

/** Adds its own last result to the gradient, so nobody may write over that. */
class Keeping extends Dense {
  #y: Matrix | undefined;
  override forward<N extends number>(rows: Matrix<N, number>, out?: Matrix): Matrix<N, number> {
    const y = super.forward(rows, out);
    this.#y = y;
    return y;
  }
  override backward<N extends number>(gradient: Matrix<N, number>): Matrix<N, number> {
    return super.backward((gradient as Matrix).add(this.#y as Matrix) as Matrix<N, number>);
  }
}

/** A factor that is learnt: its gradient is a sum over all rows. */
class Gain extends Activation {
  readonly name = "Gain";
  readonly gain: Parameter = {
    name: "gain",
    role: "weight",
    value: Matrix.full(1, 1, 2),
    gradient: Matrix.zeros(1, 1),
  };
  override readonly parameters: readonly Parameter[] = [this.gain];
  protected apply(out: Float64Array, values: Float64Array): void {
    const [gain] = this.gain.value.data as unknown as [number];
    for (let i = 0; i < out.length; i++) out[i] = gain * (values[i] as number);
  }
  protected applyGradient(out: Float64Array, gradient: Float64Array, kept: Float64Array): void {
    let sum = 0;
    for (let i = 0; i < out.length; i++) sum += (gradient[i] as number) * (kept[i] as number);
    this.gain.gradient.data[0] = sum;
    this.apply(out, gradient);
  }
  protected remember(rows: Matrix): Matrix {
    return rows;
  }
}

describe("a backward of its own is called", () => {
  const gradient = Matrix.full(4, 1, 1);
  const afterBoth = (first: Dense) => {
    const model = sequential(first, new Dense(2, 1, { random: new RandomState(1) }));
    const weights = first.weights.gradient;
    model.forward(x);
    model.backward(gradient, { inputGradient: true });
    const whole = weights.copy();
    model.forward(x);
    model.backward(gradient);
    return [weights, whole];
  };

  test("where a class overrides it", () => {
    const [short, whole] = afterBoth(new Twice(2, 2, { random }));
    expect(short).toEqual(whole);
  });

  test("where a layer gets it later", () => {
    const dense = new Dense(2, 2, { random });
    let calls = 0;
    const original = dense.backward.bind(dense);
    dense.backward = ((rows: Matrix<number, 2>) => {
      calls++;
      return original(rows);
    }) as Dense<2, 2>["backward"];
    const [short, whole] = afterBoth(dense);
    expect(short).toEqual(whole);
    expect(calls).toBe(2);
  });
});

test.each([
  ["Square", () => new Square()],
  ["Gain", () => new Gain()],
])("the gradients of a model with %s are right", (_, make) => {
  const first = new Dense(2, 2, { random });
  expect(gradientCheck(sequential(first, make(), new Dense(2, 2, { random })), x).passed).toBe(true);
});

test("a result that the class keeps is not written over", () => {
  const make = () => {
    const same = new RandomState(5);
    return [new Keeping(2, 3, { random: same }), new ReLU(), new Dense(3, 2, { random: same })] as const;
  };
  const [parts, alone] = [make(), make()];
  const gradient = random.randn(4, 2);
  const model = sequential(...parts);
  model.forward(x);
  model.backward(gradient);

  const [first, relu, last] = alone;
  last.forward(relu.forward(first.forward(x) as Matrix<number, 3>));
  first.backward(relu.backward(last.backward(gradient)));
  expect(frozen(model.parameters)).toEqual(frozen([...first.parameters, ...last.parameters]));
});

test("it sees all rows at once, as a sum over them needs", () => {
  const gain = new Gain();
  const rows = Matrix.full(600_000, 1, 1);
  expect(rowsAtATime([gain], rows)).toBe(600_000);
  const model = sequential(gain, new Double());
  model.forward(rows);
  model.backward(rows);
  expect(gain.gain.gradient.get(0, 0)).toBe(1_200_000);
});

test("where it overrides nothing, it is as good as ours", () => {
  class Named extends ReLU {
    readonly role = "gate";
  }
  expect(rowsAtATime([new Named()], Matrix.zeros(600_000, 1))).toBeLessThan(600_000);
});
