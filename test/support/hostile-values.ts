import { runInNewContext } from "node:vm";
import { Matrix, RandomState } from "spiralnet";
import { detached } from "./detached.js";

/** A 3 x 3 matrix, so that it fits in every place that takes one. */
export function matrix(): Matrix {
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

function withHole(): number[] {
  const list = [0, 1, 2];
  delete list[1];
  return list;
}

/** An array whose items can be read but not written. */
function onlyGetters(): number[] {
  return Object.defineProperty([0, 1, 2], 1, { get: () => 1 });
}

function withDetached(x: Matrix): Matrix {
  detached(x.data);
  return x;
}

/** An object with every method of a RandomState, none of which draws anything. */
function emptyGenerator(): object {
  const names = Object.getOwnPropertyNames(RandomState.prototype);
  return Object.fromEntries(names.map((name) => [name, () => undefined]));
}

/** A generator whose normals and uniforms are NaN. */
class NaNs extends RandomState {
  override randn(): never {
    return Number.NaN as never;
  }
  override uniform(): never {
    return Number.NaN as never;
  }
}

/**
 * What careless callers pass, each made anew. Whoever takes one of them says so; everyone else must refuse
 * it.
 */
export const hostileValues = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  "-1": () => -1,
  "0.5": () => 0.5,
  "2 ** 40": () => 2 ** 40,
  "2 ** 53": () => 2 ** 53,
  "a string": () => "3",
  "an empty string": () => "",
  "a very long string": () => "text".repeat(25_000),
  "a bigint": () => 5n,
  "a symbol": () => Symbol("s"),
  "a function": () => () => 1,
  "a function that returns a string": () => () => "1",
  "an async function": () => async () => matrix(),
  "a class": () => class Generator {},
  "an object": () => ({}),
  "an object without prototype": () => Object.create(null),
  "an object with a text": () => ({ text: "text" }),
  "a Proxy": () => new Proxy({}, {}),
  "an empty array": () => [],
  "an array of null": () => [null],
  "an array of an array": () => [[]],
  "ragged rows": () => [[1], [2, 3]],
  "a frozen array": () => Object.freeze([0, 1, 2]),
  "an array of getters": onlyGetters,
  "an array with a hole": withHole,
  "an array of holes": () => new Array(2),
  "an array-like": () => ({ length: 2, 0: 1, 1: 2 }),
  "a negative length": () => ({ length: -3 }),
  "two bigints": () => new BigInt64Array(2),
  "nine bigints": () => new BigInt64Array(9),
  "a Float32Array of fractions": () => Float32Array.of(0.5, 1.5),
  "what pretends to be a Float64Array": () => Object.create(Float64Array.prototype),
  "a detached array": () => detached(Float64Array.of(1, 2, 3)),
  "a detached array of integers": () => detached(Int32Array.of(0, 1, 2)),
  "an ArrayBuffer": () => new ArrayBuffer(8),
  "a DataView": () => new DataView(new ArrayBuffer(8)),
  "a foreign DataView": () => runInNewContext("new DataView(new ArrayBuffer(8))"),
  "a Date": () => new Date(0),
  "a regular expression": () => /text/,
  "an Error": () => new Error("text"),
  "a Promise": () => Promise.resolve(3),
  "a Map": () => new Map([[0, 1]]),
  "a Set": () => new Set([0, 1]),
  "a WeakMap": () => new WeakMap(),
  "an iterator": () => [1, 0.5].values(),
  "a matrix by its fields": () => ({ rows: 3, cols: 3, shape: [3, 3], data: new Float64Array(9) }),
  "a matrix of another length": () => ({ rows: 2, cols: 3, shape: [2, 3], data: Float64Array.of(1, 2) }),
  "a matrix without a shape": () => ({ data: Float64Array.of(1, 2) }),
  "a matrix from another thread": () => structuredClone(matrix()),
  "a detached matrix": () => withDetached(matrix()),
  "a detached empty matrix": () => withDetached(Matrix.zeros(0, 3)),
  "a matrix with other rows than numbers": () => Object.assign(matrix(), { rows: 4 }),
  "a matrix with half a row": () => Object.assign(matrix(), { rows: 0.5, cols: 18 }),
  "a matrix with a symbol for rows": () => Object.assign(matrix(), { rows: Symbol("rows") }),
  "a matrix with data in an array": () => Object.assign(matrix(), { data: [1, 2, 3, 4, 5, 6, 7, 8, 9] }),
  "a matrix with data in a Float32Array": () => Object.assign(matrix(), { data: new Float32Array(9) }),
  "Matrix.prototype": () => Matrix.prototype,
  "a matrix behind a Proxy": () => new Proxy(matrix(), {}),
  "a subclass of Matrix with fields": () => new Batch(3, 3, new Float64Array(9).fill(2)),
  "a generator that only has randn": () => ({ randn: () => 5 }),
  "a generator that draws nothing": emptyGenerator,
  "a generator of NaN": () => new NaNs(0),
} satisfies Record<string, () => unknown>;

/** The name of a hostile value. */
export type Hostile = keyof typeof hostileValues;

/** What is right for options of which none is required. */
export const noOptions: readonly Hostile[] = [
  "undefined",
  "an object",
  "an object without prototype",
  "a Proxy",
];

/** Matrices, however odd. */
export const matrices: readonly Hostile[] = ["a matrix behind a Proxy", "a subclass of Matrix with fields"];
