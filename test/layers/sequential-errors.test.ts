import { Dense, type Layer, ReLU, type Sequential, ShapeError, sequential, Tanh } from "spiralnet";
import { test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;
const dense = new Dense(2, 2);
const relu = new ReLU();
const loose: Layer = {
  name: "loose",
  parameters: [],
  forward: (x) => x,
  backward: (gradient) => gradient,
  predict: (x) => x,
};
const failures: Failure[] = [
  [
    "a layer without predict",
    () => sequential(untyped({ forward() {}, backward() {}, parameters: [] })),
    TypeError,
    "layer 0 is an object",
    "expected a layer, which has predict",
  ],
  [
    "a layer without parameters",
    () => sequential(untyped({ forward() {}, backward() {}, predict() {} })),
    TypeError,
    "expected a layer, which has parameters",
  ],
  ["no layers", () => sequential(), TypeError, "sequential: got no layers", "at least one"],
  [
    "a number for a layer",
    () => sequential(untyped(5)),
    TypeError,
    "layer 0 is 5",
    "expected a layer, which has forward",
  ],
  ["nothing for a layer", () => sequential(dense, untyped(undefined)), TypeError, "layer 1 is undefined"],
  [
    "half a layer",
    () => sequential(untyped({ forward() {}, parameters: [] })),
    TypeError,
    "layer 0 is an object",
  ],
  [
    "a layer in two places",
    () => sequential(dense, relu, dense),
    TypeError,
    "layers 0 and 2 are the same Dense",
    "expected one for each place",
  ],
  [
    "an activation in two places",
    () => sequential(relu, dense, relu),
    TypeError,
    "layers 0 and 2 are the same ReLU",
  ],
  [
    "a layer again in a model within",
    () => sequential(dense, sequential(relu, dense)),
    TypeError,
    "0 and 2 are the same",
  ],
  [
    "a model in two places",
    () => {
      const one = sequential(dense);
      sequential(one, one);
    },
    TypeError,
    "0 and 1 are the same",
  ],
  [
    "widths that differ",
    () => sequential(new Dense(2, 100), new ReLU(), new Dense(64, 3) as Layer),
    ShapeError,
    "sequential: layer 0 (Dense) is 2 x 100",
    "layer 2 (Dense) is 64 x 3",
    "the first gives 100 columns, the second takes 64",
  ],
  [
    "layers that say only half of their widths",
    () => sequential({ ...loose, outputs: 3 }, { ...loose, inputs: 4 } as Layer),
    ShapeError,
    "layer 0 (loose) is 0 x 3",
    "layer 1 (loose) is 4 x 0",
    "the first gives 3 columns, the second takes 4",
  ],
  [
    "widths that differ across models",
    () => sequential(sequential(new Tanh(), new Dense(2, 5)), sequential(new Dense(4, 3)) as Sequential),
    ShapeError,
    "layer 1 (Dense) is 2 x 5",
    "layer 2 (Dense) is 4 x 3",
  ],
];
test.each(failures)("%s", (_title, call, kind, ...parts) => expectError(call, kind, ...parts));
