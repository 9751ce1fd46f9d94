import { Matrix } from "spiralnet";
import { expect, test } from "vitest";
import { type Hostile, hostileValues, matrices, matrix, noOptions } from "../support/hostile-values.js";

const finite: readonly Hostile[] = ["-1", "0.5", "2 ** 40", "2 ** 53"];
const numbers: readonly Hostile[] = [...finite, "NaN", "Infinity"];
/** Arrays of 0, 1 and 2. */
const indices: readonly Hostile[] = ["a frozen array", "an array of getters"];
/** What does not even have the fields of a matrix, and so is not equal to one. */
const noMatrix = (Object.keys(hostileValues) as Hostile[]).filter((name) => !/matrix|Matrix/.test(name));

/** An argument that works, and the names of the hostile values that are right in its place. */
type Argument = [value: () => unknown, accepted?: readonly Hostile[]];

const three: Argument = [() => 3];
const index: Argument = [() => 1];
const operand: Argument = [matrix, [...numbers, ...matrices]];
const axis: Argument = [() => 0, ["undefined"]];

const statics: Record<string, Argument[]> = {
  fromRows: [[() => [[1, 2]], ["an empty array", "an array of an array"]]],
  fromArray: [[() => [1, 2, 3, 4, 5, 6, 7, 8, 9]], three, three],
  zeros: [three, three],
  full: [three, three, [() => 7, numbers]],
  identity: [three],
  linspace: [[() => 0, finite], [() => 1, finite], three],
  oneHot: [[() => [0, 2], ["an empty array", ...indices]], three],
  fromJSON: [[() => matrix().toJSON()]],
  concat: [[() => [matrix(), matrix()]], axis],
  where: [[matrix, matrices], operand, operand],
};

const methods: Record<string, Argument[]> = {
  get: [index, index],
  set: [index, index, [() => 1, numbers]],
  row: [index],
  col: [index],
  selectRows: [[() => [2, 0], ["an empty array", ...indices]]],
  slice: [[() => [0, 2]], [() => [1, 3], ["undefined"]]],
  pick: [[() => [0, 1, 2], indices]],
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
  pow: [operand],
  greater: [operand],
  greaterEqual: [operand],
  less: [operand],
  lessEqual: [operand],
  equalTo: [operand],
  notEqualTo: [operand],
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
  tanh: [],
  clip: [
    [() => 0, ["-1", "0.5"]],
    [() => 1, ["0.5", "2 ** 40", "2 ** 53", "Infinity"]],
  ],
  sum: [axis],
  mean: [axis],
  variance: [axis, [() => ({ ddof: 1 }), noOptions]],
  std: [axis, [() => ({ ddof: 1 }), noOptions]],
  max: [axis],
  min: [axis],
  argmax: [axis],
  equals: [[matrix, [...noMatrix, ...matrices, "a matrix without a shape", "Matrix.prototype"]]],
  allClose: [
    [matrix, matrices],
    [() => ({ atol: 1 }), noOptions],
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

/**
 * Calls an entry point with one hostile input; returns what it threw, and whether it had changed a matrix by
 * then.
 */
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
    for (const [title, make] of Object.entries(hostileValues)) {
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
