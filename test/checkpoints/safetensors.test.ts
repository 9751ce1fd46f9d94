import { safetensors } from "@jax-js/loaders";
import * as fc from "fast-check";
import {
  BatchNorm,
  Dense,
  fromSafetensors,
  Matrix,
  restore,
  SGD,
  sequential,
  stateOf,
  toSafetensors,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { anyMatrix } from "../support/arbitraries.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { fileOf, partsOfFile } from "./support/safetensors.js";
import { bits, partsOf, progress, trained } from "./support/training.js";

const checkpointOf = (x: Matrix) => stateOf(new Dense(1, 1), { metadata: { x } });

test("bytes give back the checkpoint", () => {
  const source = trained();
  const checkpoint = stateOf(source.model, {
    ...partsOf(source),
    progress,
    metadata: { b: [null] },
  });
  expect(fromSafetensors(toSafetensors(checkpoint))).toEqual(checkpoint);
});

test("a matrix comes back from bytes with every bit", () => {
  fc.assert(
    fc.property(anyMatrix(), (x) => {
      const { matrices } = fromSafetensors(toSafetensors(checkpointOf(x)));
      expect(bits(matrices["metadata.x"] as Matrix)).toEqual(bits(x));
    }),
  );
});

test("float32 rounds each number to the nearest float32", () => {
  fc.assert(
    fc.property(anyMatrix(fc.double({ min: -3e38, max: 3e38 })), (x) => {
      const bytes = toSafetensors(checkpointOf(x), { dtype: "float32" });
      const { matrices } = fromSafetensors(bytes);
      expect(bits(matrices["metadata.x"] as Matrix)).toEqual(bits(x.map(Math.fround)));
    }),
  );
});

test("a number that float32 can't hold is refused", () => {
  const large = Matrix.fromRows([[3.4028234663852886e38, 3.5e38]]);
  expectError(
    () => toSafetensors(checkpointOf(large), { dtype: "float32" }),
    RangeError,
    'toSafetensors: metadata.x[0, 1] is 3.5e+38; expected a number that float32 can hold, or dtype "float64"',
  );
  expectError(
    () => toSafetensors(checkpointOf(Matrix.full(1, 1, -1e39)), { dtype: "float32" }),
    RangeError,
    "metadata.x[0, 0] is -1e+39",
  );
});

test("float32 keeps infinities and NaN", () => {
  const x = Matrix.fromRows([[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]]);
  const { matrices } = fromSafetensors(toSafetensors(checkpointOf(x), { dtype: "float32" }));
  expect(matrices["metadata.x"]?.toArray()).toEqual(x.toArray());
});

test.each<Failure>([
  [
    "what is no checkpoint",
    () => toSafetensors(undefined as never),
    TypeError,
    "toSafetensors: the checkpoint is undefined; expected what stateOf returned",
  ],
  [
    "a type of numbers that it does not write",
    () => toSafetensors(stateOf(new Dense(1, 1)), { dtype: "float16" as never }),
    TypeError,
    'toSafetensors: dtype is "float16"; expected "float64" or "float32"',
  ],
  [
    "an unknown option",
    () => toSafetensors(stateOf(new Dense(1, 1)), { type: "float32" } as never),
    TypeError,
    'toSafetensors: unknown option "type"; expected dtype',
  ],
  [
    "a matrix of the name of the file's metadata",
    () => toSafetensors({ version: 1, matrices: { __metadata__: Matrix.zeros(1, 1) } }),
    TypeError,
    'toSafetensors: __metadata__ would be "__metadata__" in the file, which is taken',
  ],
])("toSafetensors refuses %s", (_title, call, kind, ...parts) => expectError(call, kind, ...parts));

test("the numbers begin at a multiple of 8 bytes, whatever the header", () => {
  for (let i = 0; i < 8; i++) {
    const bytes = toSafetensors(stateOf(new Dense(1, 1), { metadata: { text: "x".repeat(i) } }));
    expect(bytes[8]).toBe("{".charCodeAt(0));
    expect((bytes.length - 2 * 8) % 8).toBe(0);
  }
});

test("the parts of a model have PyTorch's names and layout in the file, others keep theirs", () => {
  const model = sequential(new Dense(1, 3), new BatchNorm(3));
  const scaler = { state: { means: Matrix.zeros(1, 1) } };
  const optimizer = new SGD(model.parameters.slice(0, 1), { learningRate: 0.5, momentum: 0.9 });
  const { header, data } = partsOfFile(toSafetensors(stateOf(model, { scaler, optimizer })));
  const { __metadata__: metadata, ...tensors } = header;
  expect(tensors).toEqual({
    "0.weight": { dtype: "F64", shape: [3, 1], data_offsets: [0, 24] },
    "0.bias": { dtype: "F64", shape: [3], data_offsets: [24, 48] },
    "1.weight": { dtype: "F64", shape: [3], data_offsets: [48, 72] },
    "1.bias": { dtype: "F64", shape: [3], data_offsets: [72, 96] },
    "1.running_mean": { dtype: "F64", shape: [3], data_offsets: [96, 120] },
    "1.running_var": { dtype: "F64", shape: [3], data_offsets: [120, 144] },
    "optimizer.momentum.0.weights": { dtype: "F64", shape: [1, 3], data_offsets: [144, 168] },
    "scaler.means": { dtype: "F64", shape: [1, 1], data_offsets: [168, 176] },
  });
  expect(data.length).toBe(176);
  expect(metadata).toMatchObject({ format: "pt" });
});

test("weights are transposed", () => {
  const weights = () =>
    Matrix.fromRows([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  const { data } = partsOfFile(toSafetensors(stateOf(new Dense(2, 3, { weights }))));
  expect([...new Float64Array(data.slice(0, 48).buffer)]).toEqual([1, 4, 2, 5, 3, 6]);
});

test("names that are one in PyTorch are refused", () => {
  const model = Object.assign(new Dense(1, 1), { state: { scale: Matrix.zeros(1, 1) } });
  expectError(
    () => toSafetensors(stateOf(model)),
    TypeError,
    'toSafetensors: scale would be "weight" in the file, which is taken; expected another name',
  );
});

test("a part of an own layer that is no row keeps its shape", () => {
  const scale = Matrix.fromRows([
    [1, 2],
    [3, 4],
  ]);
  const model = Object.assign(new Dense(1, 1), { state: { scale, means: scale.col(0) }, parameters: [] });
  const bytes = toSafetensors(stateOf(model));
  expect(partsOfFile(bytes).header).toMatchObject({
    weight: { shape: [2, 2] },
    running_mean: { shape: [2, 1] },
  });
  expect(fromSafetensors(bytes)).toEqual(stateOf(model));
});

test("an independent reader finds the same numbers", () => {
  const source = trained();
  const checkpoint = stateOf(source.model, partsOf(source));
  const { tensors, metadata } = safetensors.parse(toSafetensors(checkpoint));
  expect(Object.keys(tensors).length).toBe(Object.keys(checkpoint.matrices).length);
  expect(tensors["0.weight"]).toEqual({
    dtype: "F64",
    shape: [5, 2],
    data: checkpoint.matrices["0.weights"]?.transpose().data,
  });
  for (const [name, matrix] of Object.entries(checkpoint.matrices)) {
    if (name.startsWith("optimizer")) expect(tensors[name]?.data).toEqual(matrix.data);
  }
  expect(metadata).toMatchObject({ format: "pt" });
  const float32 = safetensors.parse(toSafetensors(checkpoint, { dtype: "float32" }));
  expect(float32.tensors["0.bias"]?.data).toEqual(
    Float32Array.from(checkpoint.matrices["0.biases"]?.data ?? []),
  );
});

describe("files of other programs", () => {
  const floats = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer);

  test("have PyTorch's names, which a model understands", () => {
    const model = sequential(new Dense(2, 1), new BatchNorm(1));
    const header = {
      __metadata__: { format: "pt" },
      "0.weight": { dtype: "F32", shape: [1, 2], data_offsets: [4, 12] },
      "0.bias": { dtype: "F32", shape: [1], data_offsets: [0, 4] },
      "1.weight": { dtype: "F32", shape: [1], data_offsets: [12, 16] },
      "1.bias": { dtype: "F32", shape: [1], data_offsets: [16, 20] },
      "1.running_mean": { dtype: "F32", shape: [1], data_offsets: [20, 24] },
      "1.running_var": { dtype: "F32", shape: [1], data_offsets: [24, 28] },
      "1.num_batches_tracked": { dtype: "I64", shape: [], data_offsets: [28, 36] },
    };
    const data = [...floats(1, 2, 3, 4, 5, 6, 7), ...new Uint8Array(8)];
    const { metadata, progress } = restore(model, fromSafetensors(fileOf(header, data)));
    expect({ metadata, progress }).toEqual({ metadata: { format: "pt" }, progress: undefined });
    expect(Object.values(stateOf(model).matrices).map(({ data: [...numbers] }) => numbers)).toEqual([
      [2, 3],
      [1],
      [4],
      [5],
      [6],
      [7],
    ]);
  });

  test("leave out what BatchNorm counts, in a model of one layer, too", () => {
    const header = {
      num_batches_tracked: { dtype: "I64", shape: [], data_offsets: [0, 8] },
      "0.num_batches_tracked": { dtype: "F32", shape: [], data_offsets: [8, 12] },
    };
    const { matrices } = fromSafetensors(fileOf(header, [...new Uint8Array(8), ...floats(5)]));
    expect(matrices).toEqual({ "0.num_batches_tracked": Matrix.full(1, 1, 5) });
  });

  test("may hold halves, bfloat16, scalars and nothing at all", () => {
    const header = {
      half: { dtype: "F16", shape: [9], data_offsets: [0, 18] },
      bfloat: { dtype: "BF16", shape: [2, 2], data_offsets: [18, 26] },
      scalar: { dtype: "F32", shape: [], data_offsets: [26, 30] },
      empty: { dtype: "F64", shape: [0, 3], data_offsets: [30, 30] },
    };
    const halves = Uint16Array.of(0x3c00, 0xc000, 0x7bff, 1, 0x03ff, 0x8000, 0x7c00, 0xfc00, 0x7e00);
    const bfloats = Uint16Array.of(0x3f80, 0xc049, 0x0001, 0x7f80);
    const data = [...new Uint8Array(halves.buffer), ...new Uint8Array(bfloats.buffer), ...floats(0.1)];
    const { half, bfloat, scalar, empty } = fromSafetensors(fileOf(header, data)).matrices;
    const { POSITIVE_INFINITY, NEGATIVE_INFINITY, NaN: nan } = Number;
    expect(half?.toArray()).toEqual([
      [1, -2, 65504, 2 ** -24, 1023 * 2 ** -24, -0, POSITIVE_INFINITY, NEGATIVE_INFINITY, nan],
    ]);
    expect(bfloat?.toArray()).toEqual([
      [1, -3.140625],
      [2 ** -133, POSITIVE_INFINITY],
    ]);
    expect(scalar?.toArray()).toEqual([[Math.fround(0.1)]]);
    expect(empty?.shape).toEqual([0, 3]);
    expect(fromSafetensors(fileOf("{}"))).toEqual({ version: 1, matrices: {}, metadata: {} });
  });

  test("may name tensors in any order, and have quotes in names and texts", () => {
    const header = {
      __metadata__: { text: '":1, ":2, {"', "back\\slash": "\\" },
      second: { dtype: "F32", shape: [1], data_offsets: [4, 8] },
      'the "first"': { dtype: "F32", shape: [1], data_offsets: [0, 4] },
      empty: { dtype: "F32", shape: [0], data_offsets: [0, 0] },
    };
    const { matrices, metadata } = fromSafetensors(fileOf(header, floats(1, 2)));
    expect(Object.entries(matrices).map(([name, x]) => [name, ...x.data])).toEqual([
      ["second", 2],
      ['the "first"', 1],
      ["empty"],
    ]);
    expect(metadata).toEqual(header.__metadata__);
  });

  test("are read from any part of a buffer", () => {
    const bytes = toSafetensors(stateOf(new Dense(2, 3)));
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(fromSafetensors(shifted.subarray(3))).toEqual(fromSafetensors(bytes));
    expect(fromSafetensors(Buffer.from(bytes))).toEqual(fromSafetensors(bytes));
  });

  test("leave the generators of layers as they are", () => {
    const { model } = trained();
    const { header, data } = partsOfFile(toSafetensors(stateOf(model)));
    const bytes = fileOf({ ...header, __metadata__: {} }, data);
    const other = trained(1, 2).model;
    const before = stateOf(other).generators;
    restore(other, fromSafetensors(bytes));
    expect(stateOf(other).generators).toEqual(before);
    expect(stateOf(other).matrices).toEqual(stateOf(model).matrices);
  });
});
