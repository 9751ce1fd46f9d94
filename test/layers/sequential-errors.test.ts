import {
  type Computed,
  Dense,
  Layer,
  type Matrix,
  ReLU,
  Sequential,
  ShapeError,
  sequential,
  Tanh,
} from "spiralnet";
import { test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;

/** Declares what it is told. */
class Loose extends Layer {
  override readonly name = "loose";
  constructor(
    override readonly inputs: number | undefined,
    override readonly outputs?: number | undefined,
  ) {
    super();
  }
  protected override compute(x: Matrix): Computed {
    return { y: x, back: (gradient) => gradient };
  }
}

const failures: Failure[] = [
  ["no layers", () => sequential(), TypeError, "got no layers", "at least one"],
  [
    "a number for a layer",
    () => sequential(untyped(5)),
    TypeError,
    "layer 0 is 5",
    "a class that extends Layer",
  ],
  [
    "nothing for a layer",
    () => sequential(new ReLU(), untyped(undefined)),
    TypeError,
    "layer 1 is undefined",
  ],
  ["a list of layers", () => sequential(untyped([new ReLU()])), TypeError, "pass the layers one by one"],
  ["a class", () => sequential(untyped(ReLU)), TypeError, "layer 0 is", "write new ReLU()"],
  [
    "a number for the layers",
    () => new Sequential(untyped(5)),
    TypeError,
    "layers is 5",
    "an array of layers",
  ],
  [
    "an object with forward, backward and predict",
    () => sequential(untyped({ forward() {}, backward() {}, predict() {}, parameters: [] })),
    TypeError,
    "layer 0 is an object",
    "has a method compute",
  ],
  [
    "an object with formulas and no list of layers",
    () => sequential(untyped({ name: "mine", parameters: [], state: {}, compute() {} })),
    TypeError,
    "layer 0 (mine): layers is undefined",
    "expected an array",
  ],
  [
    "widths that differ",
    () => sequential(new Dense(2, 100), new ReLU(), new Dense(64, 3) as Layer),
    ShapeError,
    "Sequential: a row from layer 0 (Dense) is 1 x 100",
    "a row for layer 2 (Dense) is 1 x 64",
    "the first gives 100 columns, the second takes 64",
  ],
  [
    "layers that say only half of their widths",
    () => sequential(new Loose(undefined, 3), new Loose(4)),
    ShapeError,
    "a row from layer 0 (loose) is 1 x 3",
    "layer 1 (loose) is 1 x 4",
    "the first gives 3 columns, the second takes 4",
  ],
  [
    "widths that differ across models",
    () => sequential(sequential(new Tanh(), new Dense(2, 5)), sequential(new Dense(4, 3)) as Sequential),
    ShapeError,
    "layer 0 (Sequential) is 1 x 5",
    "layer 1 (Sequential) is 1 x 4",
  ],
];
test.each(failures)("%s", (_title, call, kind, ...parts) => expectError(call, kind, ...parts));
