import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { Matrix, RandomState, ShapeError } from "spiralnet";
import { describe, expect, test } from "vitest";

/** A float64 array whose buffer was transferred to another thread. */
function detachedNumbers(): Float64Array {
  const numbers = Float64Array.of(1, 2, 3);
  structuredClone(numbers.buffer, { transfer: [numbers.buffer as ArrayBuffer] });
  return numbers;
}

function detachedMatrix(): Matrix {
  const matrix = Matrix.fromRows([
    [1, 2],
    [3, 4],
  ]);
  structuredClone(matrix.data.buffer, { transfer: [matrix.data.buffer as ArrayBuffer] });
  return matrix;
}

function withHole(): number[] {
  const list = [1, 2, 3];
  delete list[1];
  return list;
}

/** An array whose items can be read but not written. */
function onlyGetters(): number[] {
  return Object.defineProperty([1, 2, 3], 1, { get: () => 2 });
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

/** What careless callers pass, each made anew. Whoever takes one of them says so; everyone else must refuse it. */
const hostileValues = {
  undefined: () => undefined,
  null: () => null,
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  "-1": () => -1,
  "0.5": () => 0.5,
  "2 ** 40": () => 2 ** 40,
  "2 ** 53": () => 2 ** 53,
  true: () => true,
  "a string": () => "3",
  "a bigint": () => 5n,
  "a symbol": () => Symbol("s"),
  "a function": () => () => 1,
  "a class": () => class Generator {},
  "an object": () => ({}),
  "an object without prototype": () => Object.create(null),
  "an empty array": () => [],
  "a Promise": () => Promise.resolve(3),
  "a Map": () => new Map([[0, 1]]),
  "a Date": () => new Date(0),
  "a DataView": () => new DataView(new ArrayBuffer(8)),
  "a foreign DataView": () => runInNewContext("new DataView(new ArrayBuffer(8))"),
  "an array-like": () => ({ length: 2, 0: 1, 1: 2 }),
  "a negative length": () => ({ length: -3 }),
  "a frozen array": () => Object.freeze([1, 2, 3]),
  "an array of getters": onlyGetters,
  "an array with a hole": withHole,
  "an array of bigints": () => new BigInt64Array(2),
  "a detached array": detachedNumbers,
  "a detached matrix": detachedMatrix,
  "a matrix of another length": () => ({ rows: 2, cols: 3, shape: [2, 3], data: Float64Array.of(1, 2) }),
  "a matrix without a shape": () => ({ data: Float64Array.of(1, 2) }),
  "a generator that only has randn": () => ({ randn: () => 5 }),
  "a generator that draws nothing": emptyGenerator,
  "a generator of NaN": () => new NaNs(0),
} satisfies Record<string, () => unknown>;

export type Hostile = keyof typeof hostileValues;

/** An argument of an entry point: its name, a value that is right, and the hostile values that are right too. */
export type Argument = readonly [name: string, right: () => unknown, takes?: readonly Hostile[]];

/** A public entry point; `random` is the generator it uses, if it uses one. */
export interface Entry {
  readonly name: string;
  readonly call: (random: RandomState, ...args: never[]) => unknown;
  readonly arguments: readonly Argument[];
}

/** What the library's own messages look like: the operation, the value, what was expected. */
const OWN_MESSAGE = /^[A-Za-z.]+: .+; expected ./;

/**
 * Tests that each argument of each entry point takes the hostile values it should, and refuses all others: with an
 * error of the library's own, before anything is drawn, and with its arguments left as they were.
 */
export function testHostileValues(entries: readonly Entry[]): void {
  for (const { name, call, arguments: list } of entries) {
    describe(name, () => {
      for (const [position, [argument, , takes = []]] of list.entries()) {
        for (const hostile of Object.keys(hostileValues) as Hostile[]) {
          const args = () => {
            const all = list.map(([, right]) => right());
            all[position] = hostileValues[hostile]();
            return all as never[];
          };
          if (takes.includes(hostile)) {
            test(`takes ${hostile} for ${argument}`, () => {
              const result = printed(call(new RandomState(0), ...args()));
              expect(result).not.toMatch(/NaN|Infinity|undefined/);
            });
          } else {
            test(`refuses ${hostile} for ${argument}`, () => expectRefused(call, args()));
          }
        }
      }
    });
  }
}

/** All there is to see of a value, even of a matrix that has lost its numbers. */
function printed(value: unknown): string {
  return inspect(value, { customInspect: false, depth: 9, maxArrayLength: 1000 });
}

function expectRefused(call: Entry["call"], args: never[]): void {
  const random = new RandomState(0);
  random.randn();
  const [state, before] = [random.getState(), printed(args)];
  let thrown: unknown;
  let result: unknown;
  try {
    result = call(random, ...args);
  } catch (error) {
    thrown = error;
  }
  expect(thrown, `returned ${printed(result)}`).toBeDefined();
  expect([TypeError, RangeError, ShapeError]).toContain((thrown as Error).constructor);
  expect((thrown as Error).message).toMatch(OWN_MESSAGE);
  expect(random.getState()).toEqual(state);
  expect(printed(args)).toBe(before);
}
