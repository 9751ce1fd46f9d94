import {
  type Checkpoint,
  checkpointFromJSON,
  Dense,
  Dropout,
  fromSafetensors,
  Matrix,
  RandomState,
  restore,
  ShapeError,
  sequential,
  stateOf,
  toSafetensors,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { observed, partsOf, progress, trained, training } from "./support/training.js";

const untyped = (value: unknown): never => value as never;

/** The ways that a checkpoint takes to a file and back. */
const ways: [name: string, way: (checkpoint: Checkpoint) => Checkpoint][] = [
  ["memory", (checkpoint) => checkpoint],
  ["JSON", (checkpoint) => checkpointFromJSON(JSON.parse(JSON.stringify(checkpoint)))],
  ["safetensors", (checkpoint) => fromSafetensors(toSafetensors(checkpoint))],
];

describe.each(ways)("through %s", (_name, way) => {
  test("a training gets back all that it was", () => {
    const source = trained();
    const target = training(2);
    expect(observed(target)).not.toEqual(observed(source));
    restore(target.model, way(stateOf(source.model, partsOf(source))), partsOf(target));
    expect(observed(target)).toEqual(observed(source));
  });

  test("progress and metadata come back with every number and matrix", () => {
    const { model } = training();
    const metadata = {
      classes: ["cat", "dog"],
      nested: { yes: true, no: null, "a.b": [[1.5]] },
      "": "",
      x: Matrix.zeros(1, 1),
    };
    const restored = restore(model, way(stateOf(model, { progress, metadata })));
    expect(restored).toEqual({ progress, metadata });
  });

  test("nothing is undefined or empty that was not", () => {
    const { model } = training();
    expect(restore(model, way(stateOf(model)))).toEqual({ progress: undefined, metadata: undefined });
    expect(restore(model, way(stateOf(model, { metadata: {} }))).metadata).toEqual({});
  });

  test("a run stopped at any step and resumed ends with the same bits", () => {
    const steps = 7;
    const whole = observed(trained(steps));
    for (let stop = 0; stop <= steps; stop++) {
      const stopped = trained(stop);
      const checkpoint = way(stateOf(stopped.model, partsOf(stopped)));
      const resumed = training(3);
      restore(resumed.model, checkpoint, partsOf(resumed));
      for (let i = stop; i < steps; i++) resumed.step();
      expect(observed(resumed), `stopped after ${stop} steps`).toEqual(whole);
    }
  });
});

test("a model alone comes out of the checkpoint of a training", () => {
  const source = trained();
  const { model, ...others } = training(2);
  const x = Matrix.fromRows([[0.5, -1]]);
  restore(model, stateOf(source.model, { ...partsOf(source), progress }));
  expect(model.predict(x)).toEqual(source.model.predict(x));
  expect(others.optimizer.steps).toBe(0);
});

test("what belongs to parts that are not named is left alone", () => {
  const source = trained();
  const checkpoint = stateOf(source.model, partsOf(source));
  for (const name of ["optimizer", "random", "scaler"] as const) {
    const [target, fresh] = [training(2), training(2)];
    restore(target.model, checkpoint, { [name]: target[name] });
    const expected = { ...fresh, model: source.model, [name]: source[name] };
    expect(observed(target), name).toEqual(observed(expected));
  }
});

test("a generator that layers share with the batches goes on as one", () => {
  const build = () => {
    const random = new RandomState(5);
    return { model: sequential(new Dense(1, 1, { random }), new Dropout(0.5, { random: random })), random };
  };
  const [source, target] = [build(), build()];
  source.random.randn();
  restore(target.model, stateOf(source.model, { random: source.random }), { random: target.random });
  expect(target.random.getState()).toEqual(source.random.getState());
});

describe("what restore refuses, and changes nothing then", () => {
  const source = trained();
  const full = stateOf(source.model, partsOf(source));
  const alone = stateOf(source.model);

  /** The full checkpoint with other matrices. */
  const withMatrices = (matrices: Record<string, unknown>) => () =>
    restoreInto({ ...full, matrices: { ...full.matrices, ...matrices } } as Checkpoint);
  const without = (...names: string[]) => {
    const kept = Object.entries(full.matrices).filter(([name]) => !names.includes(name));
    return () => restoreInto({ ...full, matrices: Object.fromEntries(kept) });
  };
  const withField = (field: keyof Checkpoint, value: unknown) => () =>
    restoreInto({ ...full, [field]: untyped(value) });
  const withPart = (field: "generators" | "optimizer", part: object) =>
    withField(field, { ...(full[field] as object), ...part });

  /** Restores all parts of a training, which must be as it was if that fails. */
  function restoreInto(checkpoint: Checkpoint, options?: Parameters<typeof restore>[2]): void {
    const target = trained(1, 2);
    try {
      restore(target.model, checkpoint, options ?? partsOf(target));
    } catch (error) {
      expect(observed(target)).toEqual(observed(trained(1, 2)));
      throw error;
    }
  }

  const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });
  const words = source.random.getState().words;
  const nan = Matrix.zeros(5, 3);
  nan.data[14] = Number.NaN;

  test.each<Failure>([
    ["undefined", () => restoreInto(untyped(undefined)), TypeError, "restore: the checkpoint is undefined"],
    [
      "text",
      () => restoreInto(untyped("{}")),
      TypeError,
      'the checkpoint is "{}"; expected what stateOf returned',
    ],
    [
      "another version",
      withField("version", 2),
      RangeError,
      "restore: the version is 2; expected 1, the only one yet",
    ],
    ["no version", withField("version", undefined), TypeError, "the version is undefined"],
    [
      "an unknown field",
      () => restoreInto(untyped({ ...full, wieghts: {} })),
      TypeError,
      'restore: the checkpoint has a field "wieghts"; expected version, matrices, generators, optimizer, progress',
    ],
    [
      "no model",
      () => restore(untyped(undefined), full),
      TypeError,
      "restore: model is undefined; expected a layer",
    ],
    [
      "no matrices",
      withField("matrices", undefined),
      TypeError,
      "restore: matrices is undefined; expected a plain object of matrices",
    ],
    [
      "parsed JSON",
      () => restoreInto(JSON.parse(JSON.stringify(full))),
      TypeError,
      "restore: matrices, 0.weights, is an object",
      "expected a Matrix, which checkpointFromJSON makes of parsed JSON",
    ],
    ["a missing name", without("1.means"), TypeError, 'restore: the checkpoint lacks "1.means"; expected'],
    [
      "missing names",
      without("1.means", "0.biases", "1.scale", "4.weights"),
      TypeError,
      'lacks "0.biases", "1.scale" and 2 more',
    ],
    ["two missing names", without("1.means", "0.biases"), TypeError, 'lacks "0.biases", "1.means"; expected'],
    [
      "an extra name",
      withMatrices({ "5.weights": nan }),
      TypeError,
      'the checkpoint has "5.weights"; expected',
    ],
    [
      "missing and extra names",
      () => restoreInto(stateOf(sequential(new Dense(2, 5), new Dense(5, 1))), {}),
      TypeError,
      'restore: the checkpoint lacks "1.scale", "1.shift" and 4 more and has "1.weights", "1.biases"; expected',
      "the parts of the model and of what the options name",
    ],
    [
      "an extra name of the optimizer's",
      withMatrices({ "optimizer.momentum.5.weights": nan }),
      TypeError,
      'has "optimizer.momentum.5.weights"',
    ],
    [
      "an extra name of the scaler's",
      withMatrices({ "scaler.medians": nan }),
      TypeError,
      'the checkpoint has "scaler.medians"; expected',
    ],
    ["an extra name in progress", withMatrices({ "progress.x": nan }), TypeError, 'has "progress.x"'],
    [
      "another shape",
      withMatrices({ "4.weights": Matrix.zeros(3, 5) }),
      ShapeError,
      "restore: 4.weights in the checkpoint is 3 x 5, 4.weights of the model is 5 x 3",
    ],
    [
      "another shape in the optimizer",
      withMatrices({ "optimizer.momentum.4.weights": Matrix.zeros(3, 5) }),
      ShapeError,
      "restore: optimizer.momentum.4.weights in the checkpoint is 3 x 5, optimizer.momentum.4.weights is 5 x 3",
    ],
    [
      "NaN",
      withMatrices({ "4.weights": nan }),
      RangeError,
      "restore: 4.weights[4, 2] is NaN; expected finite",
    ],
    [
      "a name that sets the prototype",
      () => restoreInto({ version: 1, matrices: JSON.parse('{"__proto__":1}') }),
      TypeError,
      'restore: the name of a matrix is "__proto__"; expected another name',
    ],
    [
      "no optimizer",
      withField("optimizer", undefined),
      TypeError,
      "restore: the checkpoint has no optimizer; expected one saved with stateOf(model, { optimizer })",
    ],
    ["half a step", withPart("optimizer", { steps: 0.5 }), RangeError, "restore: optimizer.steps is 0.5"],
    ["no steps", withPart("optimizer", { steps: null }), TypeError, "optimizer.steps is null"],
    [
      "a negative learning rate",
      withPart("optimizer", { learningRate: -1 }),
      RangeError,
      "optimizer.learningRate is -1",
    ],
    [
      "another field",
      withPart("optimizer", { beta: 1 }),
      TypeError,
      'restore: optimizer has a field "beta"; expected steps, learningRate',
    ],
    [
      "another field of a generator",
      withPart("generators", { random: { ...source.random.getState(), seed: 5 } }),
      TypeError,
      'restore: generators, random, has a field "seed"; expected words, spare',
    ],
    ["no generators", () => restoreInto(alone), TypeError, "the checkpoint has no optimizer"],
    [
      "no generator of the batches",
      () => restoreInto(alone, { random: new RandomState() }),
      TypeError,
      'restore: the checkpoint lacks "random"',
    ],
    [
      "no generator of a layer",
      withField("generators", { random: source.random.getState() }),
      TypeError,
      'lacks "3.random"',
    ],
    [
      "an extra generator",
      withPart("generators", { "2.random": source.random.getState() }),
      TypeError,
      'has "2.random"',
    ],
    [
      "too few words",
      withPart("generators", { "3.random": { words: words.slice(1), spare: null } }),
      RangeError,
      "restore: generators, 3.random: the number of words is 624; expected 625",
    ],
    [
      "an infinite spare normal",
      withPart("generators", { random: { words, spare: { $number: "Infinity" } } }),
      RangeError,
      "restore: generators, random: spare is Infinity",
    ],
    [
      "no generators at all",
      withField("generators", undefined),
      TypeError,
      'restore: the checkpoint lacks "3.random", "random"; expected',
    ],
    [
      "a list of generators",
      withField("generators", []),
      TypeError,
      "restore: generators is an array of length 0; expected a plain object",
    ],
    ["a function in progress", withField("progress", { f: () => 1 }), TypeError, "progress.f is a function"],
    [
      "NaN in progress",
      withField("progress", { loss: Number.NaN }),
      RangeError,
      "restore: progress.loss is NaN; expected what JSON has",
    ],
    [
      "too many levels in progress",
      withField("progress", nested(101)),
      RangeError,
      "is 101 levels deep; expected at most 100",
    ],
    [
      "a number for the text of one",
      withField("metadata", { x: { $number: 5 } }),
      TypeError,
      'restore: metadata.x.$number is 5; expected one of "NaN", "Infinity", "-Infinity" and "-0"',
    ],
    [
      "more beside a matrix",
      withField("metadata", { x: { $matrix: "metadata.x", y: 1 } }),
      TypeError,
      "restore: metadata.x has a property $matrix; expected another name",
    ],
    [
      "a list for metadata",
      withField("metadata", []),
      TypeError,
      "restore: metadata is an array of length 0",
    ],
    [
      "a number that JSON has",
      withField("progress", { loss: { $number: "5" } }),
      TypeError,
      'restore: progress.loss.$number is "5"',
    ],
    [
      "a matrix that is not there",
      withField("progress", { best: { $matrix: "progress.best" } }),
      TypeError,
      "restore: progress.best, in matrices, is undefined; expected a Matrix",
    ],
    [
      "a matrix of another place",
      withField("progress", { best: { $matrix: "0.weights" } }),
      TypeError,
      'progress.best.$matrix is "0.weights"; expected the path to it',
    ],
    [
      "a name that sets the prototype in progress",
      withField("progress", JSON.parse('{"a":{"__proto__":{"b":1}}}')),
      TypeError,
      "progress.a has a property __proto__",
    ],
    [
      "an option that it does not have",
      () => restoreInto(full, untyped({ metadata: {} })),
      TypeError,
      'restore: unknown option "metadata"',
    ],
  ])("%s", (_title, call, kind, ...parts) => expectError(call, kind, ...parts));

  test("two states for one generator that differ in the spare normal alone", () => {
    const random = new RandomState(5);
    const model = sequential(new Dense(1, 1), new Dropout(0.5, { random }));
    const { words } = random.getState();
    const checkpoint = stateOf(model, { random });
    const generators = { random: { words, spare: 0.5 }, "1.random": { words, spare: null } };
    expectError(
      () => restore(model, { ...checkpoint, generators }, { random }),
      TypeError,
      "restore: the state of random differs from that of another name",
      "expected generators of their own, as they were saved",
    );
  });

  test("two states for one generator", () => {
    const random = new RandomState(5);
    const model = sequential(new Dense(1, 1), new Dropout(0.5, { random: random }));
    const checkpoint = stateOf(sequential(new Dense(1, 1), new Dropout(0.5)), { random });
    const before = random.getState();
    expectError(
      () => restore(model, checkpoint, { random }),
      TypeError,
      "restore: the state of random differs from that of another name of the generator",
    );
    expect(random.getState()).toEqual(before);
  });

  test("an optimizer's own refusal", () => {
    const { model, optimizer } = trained(1, 2);
    const picky = Object.defineProperty({ steps: 1, state: optimizer.state }, "learningRate", {
      get: () => 1,
      set() {
        throw new RangeError("no");
      },
    });
    const before = stateOf(model);
    expect(() => restore(model, full, { optimizer: untyped(picky) })).toThrow("no");
    expect(stateOf(model)).toEqual(before);
    expect(picky.steps).toBe(1);
  });
});
