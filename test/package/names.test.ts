import { describe, expect, test } from "vitest";
import { loadBuilds } from "./builds.js";

describe.each(await loadBuilds())("names in the $name build", ({ library }) => {
  const { BatchNorm, Dense, Dropout, L2, LayerNorm, Matrix, RandomState, ReLU, Residual, SGD, Sigmoid } =
    library;
  const { Tanh, sequential } = library;
  const instances: [string, object][] = [
    ["Matrix", Matrix.zeros(1, 1)],
    ["RandomState", new RandomState(0)],
    ["Dense", new Dense(1, 1)],
    ["ReLU", new ReLU()],
    ["Sigmoid", new Sigmoid()],
    ["Tanh", new Tanh()],
    ["Dropout", new Dropout(0.5)],
    ["BatchNorm", new BatchNorm(1)],
    ["LayerNorm", new LayerNorm(1)],
    ["Residual", new Residual(new ReLU())],
    ["Sequential", sequential(new ReLU())],
    ["L2", new L2(1)],
    ["SGD", new SGD([], { learningRate: 1 })],
  ];

  test("every exported function and class has the name it is exported by", () => {
    const exported = Object.entries(library);
    expect(exported.length).toBeGreaterThan(20);
    expect(exported.filter(([name, value]) => value.name !== name)).toEqual([]);
  });

  test.each(instances)("a message about a %s names it", (name, value) => {
    expect(() => Matrix.fromRows(value as never)).toThrow(`an object of type ${name};`);
  });

  test.each([
    ["Dense", Dense],
    ["ReLU", ReLU],
    ["Matrix", Matrix],
  ])("a message about the class %s names it", (name, value) => {
    expect(() => sequential(value as never)).toThrow(new RegExp(`\\b${name}\\b`));
  });

  test("errors of a layer begin with its name", () => {
    expect(() => new Dense(2, 3).backward(Matrix.zeros(1, 3))).toThrow(/^Dense\.backward: /);
    expect(() => new Tanh().backward(Matrix.zeros(1, 3))).toThrow(/^Tanh\.backward: /);
  });

  test("a subclass keeps its own name", () => {
    class Batch extends Matrix {}
    expect(() => Matrix.fromRows(new Batch(1, 1, new Float64Array(1)) as never)).toThrow(
      "an object of type Batch;",
    );
  });
});
