import { Matrix } from "spiralnet";
import { expect, test } from "vitest";
import { detached } from "../support/detached.js";

/** A 3 x 3 matrix, so that it fits in every place that takes one. */
function matrix(): Matrix {
  return Matrix.fromRows([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
}

class Batch extends Matrix {
  readonly b = 3;
  readonly rowStride = 5;
}

/** Values that callers without a type checker pass by mistake, by name. Each is made anew for each call. */
const hostile: Record<string, () => unknown> = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  NaN: () => Number.NaN,
  "-1": () => -1,
  "0.5": () => 0.5,
  "2 ** 53": () => 2 ** 53,
  Infinity: () => Number.POSITIVE_INFINITY,
  "a string": () => "3",
  "a bigint": () => 5n,
  "a symbol": () => Symbol("s"),
  "{}": () => ({}),
  "an object without a prototype": () => Object.create(null),
  "{ length: -3 }": () => ({ length: -3 }),
  "[]": () => [],
  "ragged rows": () => [[1], [2, 3]],
  "an array with a hole": () => [0, ...new Array(1), 0],
  "a function": () => () => 1,
  "a function that returns a string": () => () => "1",
  "a class": () => class Layer {},
  "a Promise": () => Promise.resolve(1),
  "a Map": () => new Map([[0, 1]]),
  "a Set": () => new Set([0, 1]),
  "a Date": () => new Date(0),
  "a DataView": () => new DataView(new ArrayBuffer(8)),
  "a BigInt64Array": () => new BigInt64Array(9),
  "a Float32Array of fractions": () => Float32Array.of(0.5, 1.5),
  "an object that pretends to be a Float64Array": () => Object.create(Float64Array.prototype),
  "transferred integers": () => detached(new Int32Array(3)),
  "transferred numbers": () => detached(new Float64Array(9)),
  "a matrix by its fields": () => ({ rows: 3, cols: 3, shape: [3, 3], data: new Float64Array(9) }),
  "data alone": () => ({ data: new Float64Array(9) }),
  "a matrix from another thread": () => structuredClone(matrix()),
  "a matrix whose numbers were transferred": () => {
    const x = matrix();
    detached(x.data);
    return x;
  },
  "an empty matrix whose numbers were transferred": () => {
    const x = Matrix.zeros(0, 3);
    detached(x.data);
    return x;
  },
  "a matrix with other rows than numbers": () => Object.assign(matrix(), { rows: 4 }),
  "a matrix with half a row": () => Object.assign(matrix(), { rows: 0.5, cols: 18 }),
  "a matrix with data in an array": () => Object.assign(matrix(), { data: [1, 2, 3, 4, 5, 6, 7, 8, 9] }),
  "a matrix with data in a Float32Array": () => Object.assign(matrix(), { data: new Float32Array(9) }),
  "Matrix.prototype": () => Matrix.prototype,
  "a matrix behind a Proxy": () => new Proxy(matrix(), {}),
  "a subclass with fields": () => new Batch(3, 3, new Float64Array(9).fill(2)),
};

const numbers = ["NaN", "-1", "0.5", "2 ** 53", "Infinity"];
const matrices = ["a matrix behind a Proxy", "a subclass with fields"];
/** What does not even have the fields of a matrix, and so is not equal to one. */
const noMatrix = Object.keys(hostile).filter((name) => !/matrix|subclass|transferred|Matrix/.test(name));

/** An argument that works, and the names of the hostile values that are right in its place. */
type Argument = [value: () => unknown, accepted?: readonly string[]];

const three: Argument = [() => 3];
const index: Argument = [() => 1];
const operand: Argument = [matrix, [...numbers, ...matrices]];
const axis: Argument = [() => 0, ["undefined"]];

const statics: Record<string, Argument[]> = {
  fromRows: [[() => [[1, 2]], ["[]"]]],
  fromArray: [[() => [1, 2, 3, 4, 5, 6, 7, 8, 9]], three, three],
  zeros: [three, three],
  full: [three, three, [() => 7, numbers]],
  identity: [three],
  linspace: [[() => 0, ["-1", "0.5", "2 ** 53"]], [() => 1, ["-1", "0.5", "2 ** 53"]], three],
  oneHot: [[() => [0, 2], ["[]"]], three],
  fromJSON: [[() => matrix().toJSON()]],
};

const methods: Record<string, Argument[]> = {
  get: [index, index],
  row: [index],
  col: [index],
  selectRows: [[() => [2, 0], ["[]"]]],
  slice: [[() => [0, 2]], [() => [1, 3], ["undefined"]]],
  pick: [[() => [0, 1, 2]]],
  toArray: [],
  copy: [],
  matmul: [[matrix, matrices]],
  transpose: [],
  reshape: [[() => 1], [() => 9]],
  add: [operand],
  subtract: [operand],
  multiply: [operand],
  divide: [operand],
  maximum: [operand],
  minimum: [operand],
  assignInPlace: [operand],
  addInPlace: [operand],
  subtractInPlace: [operand],
  multiplyInPlace: [operand],
  divideInPlace: [operand],
  map: [[() => Math.sqrt, ["a function"]]],
  exp: [],
  log: [],
  sqrt: [],
  abs: [],
  negate: [],
  sum: [axis],
  mean: [axis],
  max: [axis],
  min: [axis],
  argmax: [axis],
  equals: [
    [matrix, [...noMatrix, ...matrices, "transferred integers", "transferred numbers", "Matrix.prototype"]],
  ],
  allClose: [
    [matrix, matrices],
    [() => ({ atol: 1 }), ["undefined", "{}", "an object without a prototype"]],
  ],
  toString: [],
  toJSON: [],
};

interface EntryPoint {
  readonly name: string;
  readonly inputs: readonly Argument[];
  readonly call: (...inputs: never[]) => unknown;
}

type Functions = Record<string, (...args: unknown[]) => unknown>;

const entryPoints: EntryPoint[] = [
  {
    name: "Matrix",
    inputs: [three, three, [() => new Float64Array(9)]],
    call: (rows, cols, data) => new Matrix(rows, cols, data),
  },
  ...Object.entries(statics).map(([name, inputs]) => ({
    name,
    inputs,
    call: (...args: never[]) => (Matrix as unknown as Functions)[name]?.(...args),
  })),
  // What a method is called on is its first input.
  ...Object.entries(methods).map(([name, args]) => ({
    name,
    inputs: [[matrix, matrices] as Argument, ...args],
    call: (self: never, ...rest: never[]) =>
      (Matrix.prototype as unknown as Functions)[name]?.apply(self, rest),
  })),
];

/** Calls an entry point with one hostile input; returns what it threw, and whether it had changed a matrix by then. */
function attempt({ inputs, call }: EntryPoint, position: number, value: unknown) {
  const args = inputs.map(([make], i) => (i === position ? value : make()));
  const before = args.map(numbersOf);
  try {
    call(...(args as never[]));
    return { error: undefined, changed: false };
  } catch (error) {
    const after = args.map(numbersOf);
    return { error, changed: JSON.stringify(before) !== JSON.stringify(after) };
  }
}

function numbersOf(value: unknown): unknown {
  // Array.from would throw if the numbers were transferred.
  return value instanceof Matrix && value !== Matrix.prototype ? Array.prototype.slice.call(value.data) : [];
}

/** What is wrong with an error, as one that we throw on purpose. */
function faultOf(error: unknown, name: string): string | undefined {
  const { name: kind, message } = error as Error;
  if (!["TypeError", "RangeError", "ShapeError"].includes(kind)) return `a ${kind}: ${message}`;
  if (!message.startsWith(`${name}: `)) return `does not name ${name}: ${message}`;
  if (kind !== "ShapeError" && !message.includes("; expected "))
    return `does not say what is expected: ${message}`;
  return undefined;
}

const places = entryPoints.flatMap((entry) =>
  entry.inputs.map(([, accepted = []], position) => {
    const isCalledOn = entry.name in methods && position === 0;
    const place = isCalledOn
      ? "the matrix it is called on"
      : `argument ${position + (entry.name in methods ? 0 : 1)}`;
    return [`${entry.name}, ${place}`, { entry, position, accepted }] as const;
  }),
);

test.each(places)(
  "%s: takes no hostile value that is wrong here, and says why",
  (_, { entry, position, accepted }) => {
    const faults: string[] = [];
    const taken: string[] = [];
    for (const [title, make] of Object.entries(hostile)) {
      const { error, changed } = attempt(entry, position, make());
      if (error === undefined) taken.push(title);
      const fault = error === undefined ? undefined : faultOf(error, entry.name);
      if (fault !== undefined) faults.push(`${title}: ${fault}`);
      if (changed) faults.push(`${title}: changed a matrix`);
    }
    expect(faults).toEqual([]);
    expect(taken.sort()).toEqual([...accepted].sort());
  },
);

test("every entry point works with the other arguments of the tables", () => {
  for (const { name, inputs, call } of entryPoints) {
    expect(() => call(...(inputs.map(([make]) => make()) as never[])), name).not.toThrow();
  }
});

test("the tables have every public method and static of Matrix", () => {
  const isCallable = (owner: object) => (name: string) =>
    name !== "constructor" && typeof Object.getOwnPropertyDescriptor(owner, name)?.value === "function";
  const names = (owner: object) => Object.getOwnPropertyNames(owner).filter(isCallable(owner)).sort();
  expect(Object.keys(methods).sort()).toEqual(names(Matrix.prototype));
  expect(Object.keys(statics).sort()).toEqual(names(Matrix));
});
