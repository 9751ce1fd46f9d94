import {
  type Computed,
  Dense,
  Layer,
  type Matrix,
  type Pass,
  RandomState,
  ReLU,
  Sigmoid,
  sequential,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";

/*
 * A model takes many rows in parts through all its layers, if each row goes by itself. Nobody may notice: the
 * same bits come out as from the layers called one by one, each with all rows.
 */

const ROWS = 4500;
const random = new RandomState(1);
const x = random.normal(0, 1, ROWS, 2) as Matrix;
const gradient = random.normal(0, 1, ROWS, 3) as Matrix;
const few = x.slice([0, 7]) as Matrix;

const seeded = () => ({ random: new RandomState(3) });
const layers = (between: Layer): Layer[] => [new Dense(2, 64, seeded()), between, new Dense(64, 3, seeded())];
const model = (parts: readonly Layer[]) => sequential(...(parts as [Layer])) as Layer;

const makers: [name: string, make: () => Layer[]][] = [
  ["ReLU", () => layers(new ReLU())],
  ["Sigmoid", () => layers(new Sigmoid())],
  ["Tanh", () => layers(new Tanh())],
  ["a model", () => layers(sequential(new Dense(64, 64, seeded()), new Tanh()))],
  ["two Dense layers in a row", () => layers(new Dense(64, 64, seeded()))],
  ["ReLU first and last", () => [new ReLU(), ...layers(new Tanh()), new ReLU()]],
];

describe.each(makers)("a model with %s", (_, make) => {
  test("gives the bits of its layers called one by one", () => {
    const [whole, parts] = [model(make()), make()];
    const y = parts.reduce((activation, layer) => layer.forward(activation), x);
    const dx = parts.reduceRight((G, layer) => layer.backward(G, { inputGradient: true }), gradient);

    // Twice, and with a pass of another size between: what is used again must not matter.
    for (let i = 0; i < 2; i++) {
      expect(whole.forward(x)).toEqual(y);
      expect(whole.predict(x)).toEqual(y);
      expect(whole.backward(gradient, { inputGradient: true })).toEqual(dx);
      expect(frozen(whole.parameters)).toEqual(frozen(parts.flatMap(({ parameters }) => parameters)));
      whole.forward(few);
      whole.backward(gradient.slice([0, 7]));
    }
  });

  test("gives its parameters the same gradients without dL/dx", () => {
    const [whole, same] = [model(make()), model(make())];
    whole.forward(x);
    whole.backward(gradient);
    same.forward(x);
    same.backward(gradient, { inputGradient: true });
    expect(frozen(whole.parameters)).toEqual(frozen(same.parameters));
  });
});

/** Notes how many rows it gets at a time. */
class Observer extends Layer {
  override readonly elementwise = true;
  readonly seen: number[] = [];
  constructor(override readonly rowwise: boolean) {
    super();
  }
  protected override compute(rows: Matrix): Computed {
    this.seen.push(rows.rows);
    return { y: rows, back: (G) => G };
  }
}

test("a layer that says rowwise gets some rows at a time, all of them once", () => {
  const observer = new Observer(true);
  model(layers(observer)).predict(x);
  expect(observer.seen.length).toBeGreaterThan(3);
  expect(observer.seen.reduce((sum, rows) => sum + rows)).toBe(ROWS);
});

test("a layer that does not gets all rows at once", () => {
  const observer = new Observer(false);
  model(layers(observer)).predict(x);
  expect(observer.seen).toEqual([ROWS]);
  model(layers(sequential(observer, new Tanh()))).predict(x);
  expect(observer.seen).toEqual([ROWS, ROWS]);
});

test("few rows go at once", () => {
  const observer = new Observer(true);
  model(layers(observer)).predict(few);
  expect(observer.seen).toEqual([7]);
});

/** y = x - its column means: what becomes of a row depends on the others. */
class Centre extends Layer {
  override readonly elementwise = true;
  protected override compute(rows: Matrix, _pass: Pass): Computed {
    return {
      y: rows.subtract(rows.mean(0)),
      back: (G) => G.subtract(G.mean(0)),
    };
  }
}

test("a layer that mixes rows sees them all, and gives what it gives by itself", () => {
  const [first, , last] = layers(new Centre()) as [Layer, Layer, Layer];
  const expected = last.predict(new Centre().predict(first.predict(x)));
  expect(model(layers(new Centre())).predict(x)).toEqual(expected);
});

test("NaN in x is found in its row", () => {
  const wrong = x.copy();
  wrong.data[2 * 4321 + 1] = Number.NaN;
  expectError(() => model(layers(new ReLU())).forward(wrong), RangeError, "x[4321, 1] is NaN");
});
