import { inspect } from "node:util";
import { RandomState, ShapeError } from "spiralnet";
import { describe, expect, test } from "vitest";
import { type Hostile, hostileValues } from "./hostile-values.js";

/**
 * An argument of an entry point: its name, a value that is right, and the hostile values that are right too.
 */
export type Argument = readonly [name: string, right: () => unknown, takes?: readonly Hostile[]];

/** A public entry point. */
export interface Entry {
  /** The name of what the package exports, and whatever else tells the entry from others. */
  readonly name: string;
  readonly call: (subject: never, ...args: never[]) => unknown;
  readonly arguments: readonly Argument[];
  /**
   * What the entry point is called on, or changes; each made alike. A random generator if it is not given.
   */
  readonly subject?: () => unknown;
  /** All that callers can find out about a subject. */
  readonly observe?: (subject: never) => unknown;
}

const generator = () => {
  const random = new RandomState(0);
  random.randn();
  return random;
};

/** What the library's own messages look like: the operation, the value, what was expected. */
const OWN_MESSAGE = /^[\w. ]+: .+; expected ./;
const SHAPE_MESSAGE = /^[\w. ]+: .+ is \d+ x \d+, .+ is \d+ x \d+: ./;

/**
 * Tests that each argument of each entry point takes the hostile values it should, and refuses all others:
 * with an error of the library's own, before its subject is changed, and with its arguments left as they
 * were.
 */
export function testHostileValues(entries: readonly Entry[]): void {
  for (const entry of entries) {
    describe(entry.name, () => {
      test("takes what is right", () => {
        expectTaken(
          entry,
          entry.arguments.map(([, right]) => right()),
        );
      });
      for (const [position, [argument, , takes = []]] of entry.arguments.entries()) {
        for (const hostile of Object.keys(hostileValues) as Hostile[]) {
          const args = () => {
            const all = entry.arguments.map(([, right]) => right());
            all[position] = hostileValues[hostile]();
            return all;
          };
          if (takes.includes(hostile)) {
            test(`takes ${hostile} for ${argument}`, () => expectTaken(entry, args()));
          } else {
            test(`refuses ${hostile} for ${argument}`, () => expectRefused(entry, args()));
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

function expectTaken({ call, subject = generator }: Entry, args: unknown[]): void {
  const result = call(subject() as never, ...(args as never[]));
  expect(printed(result)).not.toMatch(/NaN|Infinity|undefined/);
}

function expectRefused(entry: Entry, args: unknown[]): void {
  const { call, subject = generator, observe = (random: RandomState) => random.getState() } = entry;
  const on = subject();
  const before = printed(args);
  let thrown: unknown;
  let result: unknown;
  try {
    result = call(on as never, ...(args as never[]));
  } catch (error) {
    thrown = error;
  }
  expect(thrown, `returned ${printed(result)}`).toBeDefined();
  expect([TypeError, RangeError, ShapeError]).toContain((thrown as Error).constructor);
  expect((thrown as Error).message).toMatch(thrown instanceof ShapeError ? SHAPE_MESSAGE : OWN_MESSAGE);
  expect((thrown as Error).message.length).toBeLessThan(400);
  expect(printed(args)).toBe(before);
  // What is not changed behaves like one to which nothing happened.
  expect(printed(observe(on as never))).toBe(printed(observe(subject() as never)));
}
