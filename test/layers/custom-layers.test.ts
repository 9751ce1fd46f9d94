import {
  type Computed,
  Dense,
  Layer,
  Matrix,
  type Pass,
  RandomState,
  ReLU,
  SGD,
  sequential,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { Double } from "../support/double.js";

const random = new RandomState(0);

test("layers below the first with parameters are left out on the way back", () => {
  let passes = 0;
  class Counting extends Layer {
    protected override compute(x: Matrix): Computed {
      return {
        y: x,
        back(gradient) {
          passes++;
          return gradient;
        },
      };
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

test("a model without parameters goes back through all its layers only if asked for dL/dx", () => {
  const model = sequential(new Double(), new ReLU());
  model.forward(Matrix.fromRows([[1, -1]]));
  expect(model.backward(Matrix.fromRows([[3, 3]]), { inputGradient: true }).toArray()).toEqual([[6, 0]]);
  model.forward(Matrix.fromRows([[1, -1]]));
  expect(model.backward(Matrix.fromRows([[3, 3]]))).toBeUndefined();
});

test("a layer may say nothing about its widths", () => {
  const { inputs, outputs } = sequential(new Double(), new Dense(2, 3), new Double());
  expect([inputs, outputs]).toEqual([undefined, undefined]);
});

describe("matrices of a pass", () => {
  /** Notes the matrices that it asks for. */
  class Observer extends Layer {
    override readonly elementwise = true;
    readonly there: Matrix[] = [];
    readonly back: Matrix[] = [];
    protected override compute(x: Matrix, pass: Pass): Computed {
      const y = pass.matrix(...x.shape).assignInPlace(x);
      this.there.push(y);
      return {
        y,
        back: (gradient) => {
          const dx = pass.matrix(...gradient.shape).assignInPlace(gradient);
          this.back.push(dx);
          return dx;
        },
      };
    }
  }
  const step = (model: Layer, rows: number) => {
    model.backward(model.forward(Matrix.zeros(rows, 2) as Matrix), { inputGradient: true });
  };

  test("are the same from step to step, as long as the shape is", () => {
    const observer = new Observer();
    const model = sequential(new Dense(2, 2), observer, new Dense(2, 2)) as Layer;
    for (const rows of [3, 3, 4]) step(model, rows);
    const [first, second, third] = observer.there;
    expect(second).toBe(first);
    expect(third?.shape).toEqual([4, 2]);
    expect(observer.back[1]).toBe(observer.back[0]);
    expect(observer.back[0]).not.toBe(first);
  });

  test("of predict are not those of the training pass that is open", () => {
    const observer = new Observer();
    const model = sequential(observer, new Dense(2, 2));
    model.forward(Matrix.zeros(3, 2));
    model.predict(Matrix.zeros(3, 2));
    model.predict(Matrix.zeros(3, 2));
    const [forward, predict, again] = observer.there;
    expect(predict).not.toBe(forward);
    expect(again).toBe(predict);
  });

  test("never leave the model", () => {
    const observer = new Observer();
    const x = random.randn(3, 2);
    const results = [observer.forward(x), observer.predict(x), observer.forward(x)];
    for (const result of results) expect(observer.there).not.toContain(result);
  });
});

test("a layer may start a training pass of a model of its own, which learns beside the outer one", () => {
  const inner = new Dense(2, 2, { random });
  const sgd = new SGD(inner.parameters, { learningRate: 0.1 });
  class Learning extends Layer {
    protected override compute(x: Matrix): Computed {
      const y = inner.forward(x as Matrix<number, 2>);
      inner.backward(y.subtract(x) as Matrix<number, 2>);
      sgd.step();
      return { y: x, back: (gradient) => gradient };
    }
  }
  const [outer, alone] = [1, 2].map(() => new Dense(2, 2, { random: new RandomState(9) }));
  const model = sequential(outer as Dense, new Learning());
  const x = random.randn(5, 2) as Matrix;
  const losses = [1, 2, 3].map(() => {
    model.forward(x);
    return inner
      .predict(x as Matrix<number, 2>)
      .subtract(x)
      .abs()
      .sum();
  });
  expect(losses[2]).toBeLessThan(losses[0] as number);
  model.backward(x);
  alone?.forward(x);
  alone?.backward(x);
  expect(outer?.weights.gradient).toEqual(alone?.weights.gradient);
});
