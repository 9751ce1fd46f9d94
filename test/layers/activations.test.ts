import { Matrix, ReLU, Sigmoid, Tanh } from "spiralnet";
import { describe, expect, test } from "vitest";

const layers = [() => new ReLU(), () => new Sigmoid(), () => new Tanh()].map(
  (make) => [make().name, make] as const,
);

test("ReLU keeps what is above 0, and lets the gradient through there", () => {
  const relu = new ReLU();
  expect(relu.forward(Matrix.fromRows([[-2, -0, 0, 5e-324, 3]])).toArray()).toEqual([[0, 0, 0, 5e-324, 3]]);
  expect(relu.backward(Matrix.fromRows([[1, 2, 3, 4, 5]]), { inputGradient: true }).toArray()).toEqual([
    [0, 0, 0, 4, 5],
  ]);
});

test("Sigmoid is 1/2 at 0 with a slope of 1/4, and reaches 0 and 1", () => {
  const sigmoid = new Sigmoid();
  expect(sigmoid.forward(Matrix.fromRows([[0, 1e300, -1e300]])).toArray()).toEqual([[0.5, 1, 0]]);
  expect(sigmoid.backward(Matrix.fromRows([[4, 9, 9]]), { inputGradient: true }).toArray()).toEqual([
    [1, 0, 0],
  ]);
});

test("Tanh is 0 at 0 with a slope of 1, and reaches -1 and 1", () => {
  const tanh = new Tanh();
  expect(tanh.forward(Matrix.fromRows([[0, 1e300, -1e300]])).toArray()).toEqual([[0, 1, -1]]);
  expect(tanh.backward(Matrix.fromRows([[4, 9, 9]]), { inputGradient: true }).toArray()).toEqual([[4, 0, 0]]);
});

describe.each(layers)("%s", (_, make) => {
  const x = Matrix.fromRows([
    [0.5, -1.5, 2],
    [-0.1, 0.2, 0.3],
  ]);

  test("has nothing to learn and takes any width", () => {
    const layer = make();
    expect(layer.parameters).toEqual([]);
    expect(layer.elementwise).toBe(true);
    expect(layer.forward(Matrix.zeros(2, 7)).shape).toEqual([2, 7]);
  });

  test("predict gives what forward gives", () => {
    expect(make().predict(x)).toEqual(make().forward(x));
  });

  test("takes no examples, and none back", () => {
    const layer = make();
    expect(layer.forward(Matrix.zeros(0, 3)).shape).toEqual([0, 3]);
    expect(layer.backward(Matrix.zeros(0, 3), { inputGradient: true }).shape).toEqual([0, 3]);
  });

  test("its gradient does not depend on what the caller does with the result", () => {
    const [layer, same] = [make(), make()];
    layer.forward(x).data.fill(99);
    same.forward(x);
    const gradient = Matrix.full(2, 3, 1);
    const options = { inputGradient: true } as const;
    expect(layer.backward(gradient, options)).toEqual(same.backward(gradient, options));
  });
});
