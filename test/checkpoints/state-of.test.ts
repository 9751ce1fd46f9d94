import { Dense, Dropout, type Layer, Matrix, RandomState, sequential, stateOf } from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { partsOf, trained } from "./support/training.js";

const untyped = (value: unknown): never => value as never;

test("the parts of a model have their own names, those of others a prefix", () => {
  const { model, ...others } = trained();
  expect(Object.keys(stateOf(model).matrices)).toEqual([
    "0.weights",
    "0.biases",
    "1.scale",
    "1.shift",
    "4.weights",
    "4.biases",
    "1.means",
    "1.variances",
  ]);
  const { optimizer, random, scaler } = others;
  const checkpoint = stateOf(model, { optimizer, random, scaler });
  expect(Object.keys(checkpoint.matrices).slice(8)).toEqual([
    "optimizer.momentum.0.weights",
    "optimizer.momentum.0.biases",
    "optimizer.momentum.1.scale",
    "optimizer.momentum.1.shift",
    "optimizer.momentum.4.weights",
    "optimizer.momentum.4.biases",
    "scaler.means",
    "scaler.deviations",
  ]);
  expect(Object.keys(checkpoint.generators as object)).toEqual(["3.random", "random"]);
  expect(checkpoint.optimizer).toEqual({ steps: 3, learningRate: optimizer.learningRate });
  expect(checkpoint.version).toBe(1);
});

test("a checkpoint is a copy, which later steps leave as it is", () => {
  const training = trained();
  const kept = Matrix.full(1, 1, 5);
  const checkpoint = stateOf(training.model, { ...partsOf(training), metadata: { kept } });
  const before = JSON.stringify(checkpoint);
  training.step();
  kept.addInPlace(1);
  for (const matrix of Object.values(training.scaler.state)) matrix.addInPlace(1);
  expect(JSON.stringify(checkpoint)).toBe(before);
});

test("a layer in two places is saved once", () => {
  const shared = new Dense(2, 2);
  const dropout = new Dropout(0.5);
  const { matrices, generators } = stateOf(sequential(shared, dropout, shared, dropout));
  expect(Object.keys(matrices)).toEqual(["0.weights", "0.biases"]);
  expect(Object.keys(generators as object)).toEqual(["1.random"]);
});

describe("plain data", () => {
  const model = new Dense(1, 1);

  test("leave out properties that are undefined", () => {
    expect(stateOf(model, { metadata: { a: undefined, b: 1 } }).metadata).toEqual({ b: 1 });
  });

  test("hold matrices under the path to them", () => {
    const { matrices, metadata } = stateOf(model, { metadata: { list: [Matrix.full(1, 1, 2)] } });
    expect(matrices["metadata.list[0]"]).toEqual(Matrix.full(1, 1, 2));
    expect(metadata).toEqual({ list: [{ $matrix: "metadata.list[0]" }] });
  });

  const metadata = (value: unknown) => () => stateOf(model, { metadata: untyped(value) });
  const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });
  const circular: Record<string, unknown> = {};
  Object.assign(circular, { self: [circular] });

  test("may be a hundred levels deep", () => {
    expect(metadata(nested(100))).not.toThrow();
  });

  test.each<Failure>([
    ["a list", metadata([1]), TypeError, "stateOf: metadata is an array", "expected a plain object"],
    [
      "a function",
      metadata({ f: () => 1 }),
      TypeError,
      "stateOf: metadata.f is a function f; expected plain data: what JSON has, or a Matrix",
    ],
    ["a Date", metadata({ at: [new Date(0)] }), TypeError, "metadata.at[0] is an object of type Date"],
    [
      "a typed array",
      metadata({ y: new Int32Array(2) }),
      TypeError,
      "metadata.y is an object of type Int32Array",
    ],
    ["a bigint", metadata({ n: 5n }), TypeError, "metadata.n is 5n"],
    ["a hole", metadata({ list: new Array(2) }), TypeError, "metadata.list[0] is undefined"],
    ["itself", metadata(circular), RangeError, "is 101 levels deep", "nothing that contains itself"],
    ["more levels", metadata(nested(101)), RangeError, "expected at most 100"],
    [
      "__proto__",
      metadata(JSON.parse('{"a":{"__proto__":1}}')),
      TypeError,
      "metadata.a has a property __proto__",
    ],
    ["$matrix", metadata({ $matrix: "weights" }), TypeError, "metadata has a property $matrix"],
    ["$number", metadata({ $number: "NaN" }), TypeError, "metadata has a property $number"],
    [
      "two matrices at one path",
      metadata({ a: { b: Matrix.zeros(1, 1) }, "a.b": Matrix.zeros(1, 1) }),
      TypeError,
      'stateOf: two matrices are called "metadata.a.b"; expected a name of its own for each',
    ],
  ])("refuse %s", (_title, call, kind, ...messages) => expectError(call, kind, ...messages));
});

describe("what stateOf refuses", () => {
  const named = (name: string) =>
    Object.assign(new Dense(1, 1), {
      parameters: [{ name, value: Matrix.zeros(1, 1), gradient: Matrix.zeros(1, 1), role: "weight" }],
    }) as unknown as Layer;
  const infinite = new Dense(2, 3);
  infinite.weights.value.data[4] = Number.POSITIVE_INFINITY;
  const diverged = trained();
  (diverged.optimizer.state["momentum.0.biases"] as Matrix).data[1] = Number.NaN;
  const model = new Dense(1, 1);

  test.each<Failure>([
    ["infinity in a weight", () => stateOf(infinite), RangeError, "stateOf: weights[1, 1] is Infinity"],
    [
      "NaN in the optimizer",
      () => stateOf(diverged.model, partsOf(diverged)),
      RangeError,
      "stateOf: optimizer.momentum.0.biases[0, 1] is NaN; expected finite numbers",
    ],
    [
      "a name of the optimizer's",
      () => stateOf(named("optimizer.x")),
      TypeError,
      'stateOf: the name of a part of the model is "optimizer.x"; expected one',
    ],
    ["a name of the scaler's", () => stateOf(named("scaler.means")), TypeError, '"scaler.means"'],
    ["a name that sets the prototype", () => stateOf(named("__proto__")), TypeError, '"__proto__"'],
    ["a name that files use", () => stateOf(named("__metadata__")), TypeError, '"__metadata__"'],
    [
      "two parameters of one name",
      () =>
        stateOf(
          Object.assign(new Dense(1, 1), {
            parameters: [...model.parameters, ...new Dense(1, 1).parameters],
          }),
        ),
      TypeError,
      'stateOf: two parts are called "weights"; expected different names',
    ],
    [
      "no model",
      () => stateOf(untyped(undefined)),
      TypeError,
      "stateOf: model is undefined; expected a layer",
    ],
    [
      "a list for progress",
      () => stateOf(model, untyped({ progress: [] })),
      TypeError,
      "stateOf: progress is an",
    ],
    ["a seed", () => stateOf(model, untyped({ random: 5 })), TypeError, "stateOf: random is 5; expected"],
    ...[5, null, {}].map(
      (optimizer): Failure => [
        `${JSON.stringify(optimizer)} for an optimizer`,
        () => stateOf(model, untyped({ optimizer })),
        TypeError,
        "stateOf: optimizer is ",
        "; expected an optimizer: an object with state, steps and learningRate",
      ],
    ),
    [
      "an optimizer of half a step",
      () => stateOf(model, untyped({ optimizer: { state: {}, steps: 0.5, learningRate: 1 } })),
      RangeError,
      "stateOf: optimizer.steps is 0.5",
    ],
    [
      "an optimizer without a learning rate",
      () => stateOf(model, untyped({ optimizer: { state: {}, steps: 1 } })),
      TypeError,
      "stateOf: optimizer.learningRate is undefined",
    ],
    [
      "a number for a scaler",
      () => stateOf(model, untyped({ scaler: 5 })),
      TypeError,
      "stateOf: scaler is 5; expected a scaler: an object with state",
    ],
    [
      "a scaler with a list for state",
      () => stateOf(model, untyped({ scaler: { state: [] } })),
      TypeError,
      "stateOf: scaler.state is an array of length 0; expected a plain object of matrices",
    ],
    [
      "a scaler with a list for means",
      () => stateOf(model, untyped({ scaler: { state: { means: [1] } } })),
      TypeError,
      "stateOf: scaler.state.means is an array of length 1; expected a Matrix",
    ],
    [
      "a generator without a state",
      () => stateOf(model, { random: Object.assign(new RandomState(), { getState: () => null }) as never }),
      TypeError,
      "stateOf: random: the state is null",
    ],
    [
      "a generator of the name of the model's",
      () => stateOf(new Dropout(0.5), { random: new RandomState() }),
      TypeError,
      'two parts are called "random"',
    ],
    [
      "an unknown option",
      () => stateOf(model, untyped({ optimiser: 1 })),
      TypeError,
      'stateOf: unknown option "optimiser"; expected optimizer, random, scaler, progress, metadata',
    ],
  ])("%s", (_title, call, kind, ...messages) => expectError(call, kind, ...messages));

  test("but not the generator of the model itself", () => {
    const random = new RandomState(3);
    expect(stateOf(new Dropout(0.5, { random: random }), { random }).generators).toEqual({
      random: random.getState(),
    });
  });
});
