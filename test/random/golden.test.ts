import { Matrix, RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";
import { flat, type Numbers } from "../support/distance.js";
import { golden } from "../support/golden.js";
import { ulpsApart } from "../support/ulp.js";

interface Program {
  readonly seed: number;
  readonly skip: [method: "rand" | "randn", count: number][];
  readonly calls: [method: string, args: unknown[], result: Numbers][];
}

/** An argument as spiralnet takes it: rows of numbers stand for a matrix. */
function argument(value: unknown): unknown {
  if (value === null) return undefined;
  return Array.isArray(value) && Array.isArray(value[0]) ? Matrix.fromRows(value) : structuredClone(value);
}

function call(random: RandomState, method: string, args: unknown[]): Numbers {
  const [first, ...rest] = args.map(argument);
  const result = random[method as "rand"](...([first, ...rest].slice(0, args.length) as []));
  return method === "shuffle" ? (first as Numbers) : result;
}

const programs = golden<Program>("random-state");

/** A generator at the start of a program. */
function generatorFor({ seed, skip }: Program): RandomState {
  const random = new RandomState(seed);
  for (const [method, count] of skip) random[method](count);
  return random;
}

test.each(programs.map((program) => [program.seed, program.skip.flat().join(" "), program] as const))(
  "every call gives NumPy's numbers: seed %i %s",
  (_seed, _skip, program) => {
    const random = generatorFor(program);
    for (const [i, [method, args, expected]] of program.calls.entries()) {
      const title = `call ${i}: ${method}(${JSON.stringify(args)})`;
      const actual = call(random, method, args);
      if (method === "randn" || method === "normal") {
        expect(flat(actual), title).toHaveLength(flat(expected).length);
        flat(actual).forEach((value, j) => {
          expect(ulpsApart(value, flat(expected)[j] as number), title).toBeLessThanOrEqual(4);
        });
      } else {
        expect(flat(actual), title).toEqual(flat(expected));
      }
      if (actual instanceof Matrix) {
        const rows = expected as number[][];
        expect(actual.shape, title).toEqual([rows.length, rows[0]?.length]);
      }
    }
  },
);

test("most normals are exact; the rest differ in their last bits, as logarithms of two libraries do", () => {
  const normals = programs.flatMap((program) => {
    const random = generatorFor(program);
    return program.calls.flatMap(([method, args, expected]) => {
      const actual = flat(call(random, method, args));
      return method === "randn"
        ? actual.map((value, i) => ulpsApart(value, flat(expected)[i] as number))
        : [];
    });
  });
  const exact = normals.filter((ulps) => ulps === 0).length;
  expect(exact / normals.length).toBeGreaterThan(0.8);
});

interface SnapshotCase {
  readonly draws: number;
  readonly state: { words: number[]; spare: number };
  readonly next: [normal: number, uniform: number];
}

describe.each(golden<SnapshotCase>("random-snapshot"))(
  "the state after $draws draws",
  ({ draws, state, next }) => {
    test("equals that of NumPy's MT19937, with the normal it keeps", () => {
      const random = new RandomState(2024);
      random.rand(draws);
      random.randn();
      const { words, spare } = random.getState();
      expect(words).toEqual(state.words);
      expect(ulpsApart(spare as number, state.spare)).toBeLessThanOrEqual(4);
    });

    test("can be restored and continues NumPy's stream", () => {
      const random = new RandomState();
      random.setState(state);
      expect(random.randn()).toBe(next[0]);
      expect(random.rand()).toBe(next[1]);
    });
  },
);
