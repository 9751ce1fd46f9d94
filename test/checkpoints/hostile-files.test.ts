import { Dense, fromSafetensors, stateOf, toSafetensors } from "spiralnet";
import { describe, expect, test } from "vitest";
import { detached } from "../support/detached.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { fileOf, partsOfFile } from "./support/safetensors.js";

const untyped = (value: unknown): never => value as never;
const right = toSafetensors(stateOf(new Dense(2, 3), { metadata: { note: "ä" } }));

test("a file cut off anywhere is refused", () => {
  for (let length = 0; length < right.length; length++) {
    expectError(
      () => fromSafetensors(right.subarray(0, length)),
      RangeError,
      "fromSafetensors: the ",
      "; expected ",
    );
  }
});

/** Reads a file with one tensor, "x" of 1 x 2 numbers in float64, of which some fields are others. */
const tensor = (fields: object, data = 16) =>
  file({ x: { dtype: "F64", shape: [1, 2], data_offsets: [0, 16], ...fields } }, data);
const file =
  (header: unknown, data = 0) =>
  () =>
    fromSafetensors(fileOf(header, new Uint8Array(data)));
const info = (start: number, end: number) => ({
  dtype: "F64",
  shape: [(end - start) / 8],
  data_offsets: [start, end],
});

/** Reads a right file whose part for this package is changed. */
const own = (change: (own: { readonly names: string[] }) => void) => () => {
  const { header, data } = partsOfFile(right);
  const { __metadata__: metadata, ...tensors } = header;
  const { spiralnet } = metadata as unknown as { spiralnet: string };
  const changed = JSON.parse(spiralnet);
  change(changed);
  fromSafetensors(fileOf({ ...tensors, __metadata__: { spiralnet: JSON.stringify(changed) } }, data));
};
const ownText = (spiralnet: string) => file({ __metadata__: { spiralnet } });

const withLength = (length: bigint) => {
  const bytes = right.slice();
  new DataView(bytes.buffer).setBigUint64(0, length, true);
  return () => fromSafetensors(bytes);
};
const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

const failures: Failure[] = [
  ["undefined", () => fromSafetensors(untyped(undefined)), TypeError, "fromSafetensors: bytes is undefined"],
  [
    "an ArrayBuffer",
    () => fromSafetensors(untyped(right.buffer)),
    TypeError,
    "type ArrayBuffer; expected a Uint8Array",
  ],
  [
    "bytes in an array",
    () => fromSafetensors(untyped([...right])),
    TypeError,
    `fromSafetensors: bytes is an array of length ${right.length}; expected a Uint8Array`,
  ],
  [
    "signed bytes",
    () => fromSafetensors(untyped(new Int8Array(right))),
    TypeError,
    "fromSafetensors: bytes is a",
    "expected a Uint8Array",
  ],
  [
    "bytes that were transferred",
    () => fromSafetensors(detached(right.slice())),
    TypeError,
    "fromSafetensors: bytes",
    "expected a Uint8Array that was not transferred",
  ],
  [
    "a header of 2 ** 63 bytes",
    withLength(2n ** 63n),
    RangeError,
    "the length of the header is 9223372036854776000",
  ],
  [
    "a header of a byte more than the file",
    withLength(BigInt(right.length - 7)),
    RangeError,
    "the length of the header is",
  ],
  [
    "nothing but the length of a header",
    () => fromSafetensors(new Uint8Array(8)),
    TypeError,
    'the header is ""; expected JSON',
  ],
  ["an empty header", withLength(0n), TypeError, 'the header is ""; expected JSON'],
  ["a header that is no JSON", file("{x}"), TypeError, 'the header is "{x}"; expected JSON'],
  ["a header with a byte order mark", file("\uFEFF{}"), TypeError, "expected JSON"],
  [
    "a header that is no UTF-8",
    () => fromSafetensors(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0xff)),
    TypeError,
    "expected JSON in UTF-8",
  ],
  ["a list for a header", file([]), TypeError, "the header is an array of length 0; expected a JSON object"],
  ["null for a header", file("null"), TypeError, "the header is null"],
  ["a header nested a million times", file(`{"x":${nested(500_000)}}`), TypeError, "fromSafetensors: "],
  [
    "a list for a tensor",
    file({ x: [] }),
    TypeError,
    "fromSafetensors: x is an array of length 0; expected an object with dtype, shape and data_offsets",
  ],
  [
    "a tensor of that name that sets the prototype",
    file('{"__proto__":{}}'),
    TypeError,
    'fromSafetensors: the name of a tensor is "__proto__"; expected another name',
  ],
  [
    "one name twice",
    file('{"x":1,"\\u0078":2}'),
    TypeError,
    'the header has "x" twice; expected each name once',
  ],
  ["one name twice with spaces behind it", file('{"x" :1,"x"\n:2}'), TypeError, 'the header has "x" twice'],
  ["one name twice around an object", file('{"x":1,"y":{},"x":2}'), TypeError, 'the header has "x" twice'],
  ["one name twice around a list", file('{"x":1,"y":[],"x":2}'), TypeError, 'the header has "x" twice'],
  [
    "one field twice",
    file('{"x":{"dtype":"F64","a":{"dtype":1},"dtype":"F64"}}'),
    TypeError,
    'has "dtype" twice',
  ],
  [
    "metadata in a list",
    file({ __metadata__: [] }),
    TypeError,
    "fromSafetensors: __metadata__ is an array of length 0; expected an object",
  ],
  [
    "metadata that are no text",
    file({ __metadata__: { a: 5 } }),
    TypeError,
    "__metadata__, a is 5; expected a string",
  ],
  [
    "metadata that set the prototype",
    file('{"__metadata__":{"__proto__":"x"}}'),
    TypeError,
    "metadata has a property __proto__",
  ],
  [
    "no dtype",
    tensor({ dtype: undefined }),
    TypeError,
    "fromSafetensors: x: dtype is undefined; expected F64",
  ],
  ["integers", tensor({ dtype: "I64" }), TypeError, 'x: dtype is "I64"; expected F64, F32, F16 or BF16'],
  ...["num_batches_tracked.x", "xnum_batches_tracked"].map(
    (name): Failure => [
      `integers called ${name}`,
      file({ [name]: { dtype: "I64", shape: [], data_offsets: [0, 8] } }, 8),
      TypeError,
      `${name}: dtype is "I64"; expected F64, F32, F16 or BF16`,
    ],
  ),
  [
    "a dtype in a list",
    tensor({ dtype: ["F64"] }),
    TypeError,
    "x: dtype is an array of length 1; expected F64",
  ],
  ["a dtype that every object has", tensor({ dtype: "constructor" }), TypeError, 'dtype is "constructor"'],
  ["a shape in text", tensor({ shape: "12" }), TypeError, 'x: shape is "12"; expected an array'],
  [
    "three dimensions",
    tensor({ shape: [1, 1, 2] }),
    RangeError,
    "x: the number of dimensions is 3; expected an integer from 0 to 2",
  ],
  ["a negative dimension", tensor({ shape: [-1, -2] }), RangeError, "x: shape[0] is -1"],
  ["half a dimension", tensor({ shape: [0.5, 4] }), RangeError, "x: shape[0] is 0.5"],
  ["a dimension in text", tensor({ shape: [1, "2"] }), TypeError, 'x: shape[1] is "2"'],
  [
    "a dimension past the limit",
    tensor({ shape: [0, 2 ** 32 + 1] }),
    RangeError,
    "x: shape[1] is 4294967297",
  ],
  [
    "2 ** 64 numbers",
    tensor({ shape: [2 ** 32, 2 ** 32] }),
    RangeError,
    "x: the number of bytes is 16; expected 147573952589676410000 for F64 [4294967296, 4294967296]",
  ],
  ["too few bytes", tensor({ data_offsets: [0, 8] }), RangeError, "x: the number of bytes is 8; expected 16"],
  [
    "no offsets",
    tensor({ data_offsets: undefined }),
    TypeError,
    "x: data_offsets is undefined; expected an array",
  ],
  ["three offsets", tensor({ data_offsets: [0, 16, 16] }), RangeError, "x: the number of data_offsets is 3"],
  ["one offset", tensor({ data_offsets: [0] }), RangeError, "x: the number of data_offsets is 1"],
  ["a negative offset", tensor({ data_offsets: [-8, 8] }), RangeError, "x: data_offsets[0] is -8"],
  ["half an offset", tensor({ data_offsets: [0.5, 16.5] }), RangeError, "x: data_offsets[0] is 0.5"],
  [
    "an infinite offset",
    file('{"x":{"dtype":"F64","shape":[],"data_offsets":[0,1e999]}}'),
    RangeError,
    "data_offsets[1] is Infinity",
  ],
  ["an end before the start", tensor({ data_offsets: [16, 0] }), RangeError, "x: the number of bytes is -16"],
  [
    "offsets past the end",
    tensor({}, 15),
    RangeError,
    "the number of bytes behind the header is 15; expected 16",
  ],
  [
    "offsets at the end of all integers",
    tensor({ shape: [0], data_offsets: [2 ** 53 - 1, 2 ** 53 - 1] }),
    RangeError,
    "data_offsets[0] is 90071992547409",
  ],
  [
    "bytes behind the last tensor",
    tensor({}, 17),
    RangeError,
    "fromSafetensors: the number of bytes behind the header is 17; expected 16, where the last tensor ends",
  ],
  [
    "bytes before the first tensor",
    file({ x: info(8, 16) }, 16),
    RangeError,
    "x: data_offsets[0] is 8; expected 0",
  ],
  [
    "a gap",
    file({ x: info(0, 8), y: info(16, 24) }, 24),
    RangeError,
    "y: data_offsets[0] is 16; expected 8, where the one before it ends",
  ],
  [
    "an overlap",
    file({ x: info(0, 16), y: info(8, 24) }, 24),
    RangeError,
    "y: data_offsets[0] is 8; expected 16",
  ],
  [
    "one place for two tensors",
    file({ x: info(0, 8), y: info(0, 8) }, 8),
    RangeError,
    "y: data_offsets[0] is 0; expected 8",
  ],
  ["a very long name", file({ ["x".repeat(1e6)]: 5 }), TypeError, `fromSafetensors: ${"x".repeat(60)}… is 5`],
  ["own metadata that are no JSON", ownText("{"), TypeError, '__metadata__, spiralnet is "{"; expected JSON'],
  [
    "own metadata in a list",
    ownText("[]"),
    TypeError,
    "spiralnet is an array of length 0; expected a JSON object",
  ],
  [
    "own metadata with one name twice",
    ownText('{"names":[],"names":[]}'),
    TypeError,
    'spiralnet has "names" twice',
  ],
  [
    "no names",
    own((it) => Reflect.deleteProperty(it, "names")),
    TypeError,
    "spiralnet: names is undefined; expected an array",
  ],
  [
    "a number for a name",
    own((it) => Object.assign(it, { names: [5] })),
    TypeError,
    "spiralnet: a name is 5; expected a string",
  ],
  [
    "a name without a tensor",
    own((it) => it.names.push("shift")),
    TypeError,
    'has the name "shift"; expected a tensor of its own for it',
  ],
  [
    "a tensor without a name",
    own((it) => it.names.pop()),
    TypeError,
    'does not name the tensor "bias"; expected each in names',
  ],
  [
    "no version",
    own((it) => Reflect.deleteProperty(it, "version")),
    TypeError,
    "fromSafetensors: the version is undefined",
  ],
  [
    "a later version",
    own((it) => Object.assign(it, { version: 2 })),
    RangeError,
    "fromSafetensors: the version is 2; expected 1",
  ],
  [
    "an unknown field",
    own((it) => Object.assign(it, { extra: 1 })),
    TypeError,
    'the checkpoint has a field "extra"',
  ],
];

describe("fromSafetensors refuses", () => {
  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, ...parts, "; expected ");
    expect(() => fromSafetensors(right)).not.toThrow();
  });
});

test("a file of fewer bytes than the length of a header is refused", () => {
  expectError(
    () => fromSafetensors(new Uint8Array(7)),
    RangeError,
    "fromSafetensors: the number of bytes is 7; expected a safetensors file: at least 8",
  );
});

test("a header longer than the format allows is refused before it is read", () => {
  const bytes = new Uint8Array(100_000_001 + 8);
  new DataView(bytes.buffer).setBigUint64(0, 100_000_001n, true);
  expectError(
    () => fromSafetensors(bytes),
    RangeError,
    "the length of the header is 100000001; expected an integer from 0 to 100000000",
  );
});

test("a header does not make the reader allocate what the file does not hold", () => {
  const before = process.memoryUsage();
  for (const shape of [[2 ** 28], [2 ** 14, 2 ** 14], [2 ** 32, 2 ** 17]]) {
    const bytes = 8 * shape.reduce((product, length) => product * length);
    expect(tensor({ shape, data_offsets: [0, bytes] }, 64)).toThrow(
      "the number of bytes behind the header is 64",
    );
  }
  const { arrayBuffers } = process.memoryUsage();
  expect(arrayBuffers - before.arrayBuffers).toBeLessThan(2 ** 24);
});
