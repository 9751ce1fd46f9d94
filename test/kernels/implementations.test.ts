import * as fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { addColumnSums } from "../../src/kernels/add-column-sums.js";
import { addQuotient } from "../../src/kernels/add-quotient.js";
import { addScaled } from "../../src/kernels/add-scaled.js";
import { addSquares } from "../../src/kernels/add-squares.js";
import { allFinite } from "../../src/kernels/all-finite.js";
import { allocate } from "../../src/kernels/allocate.js";
import { type Strided, strided, transposed } from "../../src/kernels/operand.js";
import { plainAddColumnSums } from "../../src/kernels/plain/add-column-sums.js";
import { plainAddQuotient } from "../../src/kernels/plain/add-quotient.js";
import { plainAddScaled } from "../../src/kernels/plain/add-scaled.js";
import { plainAddSquares } from "../../src/kernels/plain/add-squares.js";
import { plainAllFinite } from "../../src/kernels/plain/all-finite.js";
import { plainProduct } from "../../src/kernels/plain/product.js";
import { plainSoftmax } from "../../src/kernels/plain/softmax.js";
import { plainWherePositive } from "../../src/kernels/plain/where-positive.js";
import { softmaxRows } from "../../src/kernels/softmax.js";
import { type Engine, wasmEngine } from "../../src/kernels/wasm/engine.js";
import { wasmProduct } from "../../src/kernels/wasm/product.js";
import { wherePositive as wherePositiveOf } from "../../src/kernels/where-positive.js";
import { anyNumber } from "../support/arbitraries.js";

/*
 * Two implementations of one specification: the WebAssembly kernels must give the bits of the plain kernels,
 * whether operands lie on the heap or in the kernels' memory. (On typed arrays toEqual tells 0 from -0 and
 * takes NaN as equal to NaN.)
 */

const engine = wasmEngine() as Engine;

test("there is an engine to test", () => {
  expect(engine).not.toBeNull();
});

// The first resident array lies right behind the space for copies of what is not resident.
const neighbour = allocate(5000).fill(9);

/** Room in the kernels' memory that every case uses anew. */
const arena = allocate(1_800_000);
let used = 0;

/** The same numbers in the kernels' memory. */
function resident(values: Float64Array): Float64Array {
  const array = arena.subarray(used, used + values.length);
  used += values.length + (values.length % 2);
  if (used > arena.length) throw new Error("no room left for resident arrays");
  array.set(values);
  return array;
}

/** Gives the room of all resident arrays back. */
function freeAll(): void {
  used = 0;
}

test("there is room in the kernels' memory", () => {
  expect([neighbour, arena].map(({ buffer }) => buffer === engine.buffer)).toEqual([true, true]);
});

afterEach(() => {
  freeAll();
  expect(neighbour.every((value) => value === 9)).toBe(true);
});

interface Case {
  readonly rows: number;
  readonly inner: number;
  readonly cols: number;
  readonly leftTransposed: boolean;
  readonly rightTransposed: boolean;
  readonly leftResident: boolean;
  readonly rightResident: boolean;
  readonly outResident: boolean;
  readonly biased: boolean;
  readonly accumulate: boolean;
}

/** Runs one product both ways, on numbers that `next` gives. */
function bothProducts(it: Case, next: () => number): [plain: Float64Array, wasm: Float64Array] {
  const { rows, inner, cols } = it;
  const draw = (count: number) => Float64Array.from({ length: count }, next);
  const operand = (data: Float64Array, height: number, width: number, flip: boolean): Strided =>
    strided(flip ? transposed({ rows: width, cols: height, data }) : { rows: height, cols: width, data });
  const place = (data: Float64Array, there: boolean) => (there ? resident(data) : data);

  const [a, b] = [draw(rows * inner), draw(inner * cols)];
  const bias = it.biased ? draw(cols) : undefined;
  const before = draw(rows * cols);
  const plain = before.slice();
  plainProduct(
    plain,
    operand(a, rows, inner, it.leftTransposed),
    operand(b, inner, cols, it.rightTransposed),
    bias,
    it.accumulate,
  );
  const [left, right] = [place(a, it.leftResident), place(b, it.rightResident)];
  const out = place(before.slice(), it.outResident);
  wasmProduct(
    engine,
    out,
    operand(left, rows, inner, it.leftTransposed),
    operand(right, inner, cols, it.rightTransposed),
    bias,
    it.accumulate,
  );
  const wasm = out.slice();
  freeAll();
  return [plain, wasm];
}

const where = {
  leftTransposed: fc.boolean(),
  rightTransposed: fc.boolean(),
  leftResident: fc.boolean(),
  rightResident: fc.boolean(),
  outResident: fc.boolean(),
  biased: fc.boolean(),
  accumulate: fc.boolean(),
};

test("products of all small shapes, of any numbers, wherever the operands lie", () => {
  const size = fc.integer({ min: 0, max: 11 });
  const cases = fc.record({ rows: size, inner: size, cols: size, ...where });
  fc.assert(
    fc.property(cases, fc.array(anyNumber, { minLength: 300, maxLength: 300 }), (it, numbers) => {
      let i = 0;
      const [plain, wasm] = bothProducts(it, () => numbers[i++ % numbers.length] as number);
      expect(wasm).toEqual(plain);
    }),
    { numRuns: 400 },
  );
});

/** For many numbers, none of them NaN, which toEqual takes seconds to compare. */
function expectSameBits(actual: Float64Array, expected: Float64Array): void {
  expect(Buffer.compare(new Uint8Array(actual.buffer), new Uint8Array(expected.buffer))).toBe(0);
}

test("a product larger than one block in each dimension", () => {
  const cases = fc.record({
    rows: fc.constantFrom(1, 2, 5, 66, 131),
    inner: fc.constantFrom(1, 255, 257, 513),
    cols: fc.constantFrom(1, 3, 9, 515),
    ...where,
  });
  fc.assert(
    fc.property(cases, (it) => {
      let i = 0;
      const [plain, wasm] = bothProducts(it, () => Math.sin(i++ * 0.7) * 3);
      expectSameBits(wasm, plain);
    }),
    { numRuns: 60 },
  );
});

test.each([
  [2100, 257, 5],
  [1029, 3, 515],
  [5, 3, 131_077],
  [2, 1, 524_300],
  [3, 200, 300],
  [700, 2, 130],
  [9, 0, 4097],
])(
  "a product of %d x %d by %d, whose heap operands or result need more than one block of rows or columns",
  (rows, inner, cols) => {
    for (const there of [false, true]) {
      let i = 0;
      const place = { leftResident: false, rightResident: there, outResident: there };
      const shape = {
        rows,
        inner,
        cols,
        leftTransposed: there,
        rightTransposed: !there,
        biased: true,
        accumulate: !there,
      };
      const [plain, wasm] = bothProducts({ ...shape, ...place }, () => Math.sin(i++ * 0.7) * 3);
      expectSameBits(wasm, plain);
    }
  },
);

test.each([
  { rows: 3, inner: 2, cols: 8, biased: true },
  { rows: 600, inner: 2, cols: 100, biased: true },
  { rows: 5, inner: 3, cols: 12, biased: false },
  { rows: 513, inner: 3, cols: 260, biased: false },
])("sums of three terms, the bias among them: $rows x $inner by $cols", (shape) => {
  const cases = fc.record({ ...where, biased: fc.constant(shape.biased) });
  fc.assert(
    fc.property(cases, (it) => {
      let i = 0;
      const [plain, wasm] = bothProducts({ ...shape, ...it }, () => Math.sin(i++ * 0.7) * 3);
      expectSameBits(wasm, plain);
    }),
    { numRuns: 20 },
  );
});

/** wherePositive of rows. */
function wherePositive(out: Float64Array, values: Float64Array, x: Float64Array): void {
  const row = (data: Float64Array) => ({ rows: 1, cols: data.length, data });
  wherePositiveOf(row(out), row(values), row(x));
}

/** Any numbers, and any count of them. */
const numbers = fc.array(anyNumber, { maxLength: 40 }).map((values) => Float64Array.from(values));

test("wherePositive, in place too, and nothing past the end is written", () => {
  fc.assert(
    fc.property(numbers, numbers, (values, more) => {
      const count = Math.min(values.length, more.length);
      const [x, gradient] = [values.slice(0, count), more.slice(0, count)];
      const [xs, gs, space] = [
        resident(x),
        resident(gradient),
        resident(new Float64Array(count + 1).fill(9)),
      ];
      const out = space.subarray(0, count);
      const expected = new Float64Array(count);

      plainWherePositive(expected, gradient, x);
      wherePositive(out, gs, xs);
      expect(out).toEqual(expected);
      expect(space[count]).toBe(9);

      plainWherePositive(expected, x, x);
      wherePositive(xs, xs, xs);
      expect(xs).toEqual(expected);
      freeAll();
    }),
  );
});

test("wherePositive loses neither NaN nor -Infinity", () => {
  const x = Float64Array.of(1, Number.NaN, -1, -Infinity, 2);
  const there = resident(x);
  for (const [out, array] of [
    [new Float64Array(5), x],
    [resident(new Float64Array(5)), there],
  ] as const) {
    wherePositive(out, array, array);
    expect(out).toEqual(Float64Array.of(1, Number.NaN, 0, Number.NaN, 2));
  }
});

test.each([
  ["addScaled", addScaled, plainAddScaled],
  ["addSquares", addSquares, plainAddSquares],
])("%s, and nothing past the end is changed", (_name, kernel, plain) => {
  fc.assert(
    fc.property(numbers, numbers, anyNumber, anyNumber, (values, more, factor, keep) => {
      const count = Math.min(values.length, more.length);
      const expected = values.slice(0, count);
      plain(expected, factor, more.subarray(0, count), keep);
      const [space, from] = [resident(Float64Array.of(...values.slice(0, count), 9)), resident(more)];
      const to = space.subarray(0, count);
      kernel(to, factor, from.subarray(0, count), keep);
      expect(to).toEqual(expected);
      expect(space[count]).toBe(9);
      freeAll();
    }),
  );
});

test("addQuotient, and nothing past the end is changed", () => {
  const factors = fc.tuple(anyNumber, anyNumber, anyNumber);
  fc.assert(
    fc.property(numbers, numbers, numbers, factors, (values, x, squares, [factor, scale, epsilon]) => {
      const count = Math.min(values.length, x.length, squares.length);
      const expected = values.slice(0, count);
      plainAddQuotient(expected, factor, x, squares, scale, epsilon);
      const space = resident(Float64Array.of(...values.slice(0, count), 9));
      const to = space.subarray(0, count);
      const [numerator, denominator] = [resident(x), resident(squares)].map((data) =>
        data.subarray(0, count),
      );
      addQuotient(to, factor, numerator as Float64Array, denominator as Float64Array, scale, epsilon);
      expect(to).toEqual(expected);
      expect(space[count]).toBe(9);
      freeAll();
    }),
  );
});

test("allFinite", () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const there = resident(values);
      expect(allFinite(there)).toBe(values.every(Number.isFinite));
      expect(plainAllFinite(values)).toBe(values.every(Number.isFinite));
      freeAll();
    }),
  );
});

describe.each([511, 512, 2 ** 14, 2 ** 14 + 1, 40_003])("of %d elements, wherever they lie,", (count) => {
  const draw = (factor: number) => Float64Array.from({ length: count }, (_, i) => Math.sin(i * factor) * 3);
  /** Calls `f` with copies of the arrays, each of them on the heap or resident. */
  const everywhere = (
    arrays: readonly Float64Array[],
    f: (...copies: readonly [Float64Array, Float64Array, Float64Array]) => void,
  ) => {
    for (let mask = 0; mask < 2 ** arrays.length; mask++) {
      const copies = arrays.map((array, i) => ((mask >> i) & 1 ? resident(array) : array.slice()));
      f(...(copies as [Float64Array, Float64Array, Float64Array]));
      freeAll();
    }
  };

  test("wherePositive", () => {
    const expected = new Float64Array(count);
    plainWherePositive(expected, draw(0.7), draw(0.3));
    everywhere([draw(1), draw(0.7), draw(0.3)], (out, values, x) => {
      wherePositive(out, values, x);
      expectSameBits(out.slice(), expected);
    });
  });

  test.each([
    ["addScaled", addScaled, plainAddScaled],
    ["addSquares", addSquares, plainAddSquares],
  ])("%s", (_name, kernel, plain) => {
    const expected = draw(0.7);
    plain(expected, -0.1, draw(0.3), 0.9);
    everywhere([draw(0.7), draw(0.3)], (to, from) => {
      kernel(to, -0.1, from, 0.9);
      expectSameBits(to.slice(), expected);
    });
  });

  test("addQuotient", () => {
    const squares = draw(0.5).map(Math.abs);
    const expected = draw(0.7);
    plainAddQuotient(expected, -0.1, draw(0.3), squares, 3, 1e-8);
    everywhere([draw(0.7), draw(0.3), squares], (to, x, there) => {
      addQuotient(to, -0.1, x, there, 3, 1e-8);
      expectSameBits(to.slice(), expected);
    });
  });

  test("allFinite notices a single NaN or infinity", () => {
    everywhere([draw(0.7)], (x) => {
      expect(allFinite(x)).toBe(true);
      for (const i of [0, 7, count >> 1, count - 1]) {
        for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
          const before = x[i] as number;
          x[i] = wrong;
          expect(allFinite(x)).toBe(false);
          x[i] = before;
        }
      }
    });
  });
});

test("addColumnSums", () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 19 }), (values, cols) => {
      const rows = Math.floor(values.length / cols);
      const x = values.slice(0, rows * cols);
      const there = resident(x);
      const out = Float64Array.from({ length: cols }, (_, j) => j - 3);
      const expected = out.slice();
      plainAddColumnSums(expected, { rows, cols, data: x });
      const heap = out.slice();
      addColumnSums({ rows: 1, cols, data: out }, { rows, cols, data: there });
      addColumnSums({ rows: 1, cols, data: heap }, { rows, cols, data: x });
      expect([out, heap]).toEqual([expected, expected]);
      freeAll();
    }),
  );
});

test.each([
  [30_000, 20],
  [300_000, 3],
  [2, 600_000],
])(
  "sums of the columns of %d x %d elements on the heap, more than there is room for at once",
  (rows, cols) => {
    const data = Float64Array.from({ length: rows * cols }, (_, i) => Math.sin(i * 0.7));
    const [out, expected] = [new Float64Array(cols), new Float64Array(cols)];
    plainAddColumnSums(expected, { rows, cols, data });
    addColumnSums({ rows: 1, cols, data: out }, { rows, cols, data });
    expectSameBits(out, expected);
  },
);

function expectSameSoftmax(rows: number, cols: number, data: Float64Array): void {
  const plain = {
    probs: new Float64Array(data.length),
    max: new Float64Array(rows),
    rest: new Float64Array(rows),
  };
  plainSoftmax(plain, { rows, cols, data });
  const wasm = softmaxRows({ rows, cols, data });
  expectSameBits(wasm.probs, plain.probs);
  expectSameBits(wasm.max, plain.max);
  expectSameBits(wasm.rest, plain.rest);
}

test.each([
  [1, 1],
  [300, 3],
  [7, 5],
  [3, 20_000],
  [7, 20_000],
  [2, 40_000],
  [200_000, 3],
  [0, 3],
])("softmax of %d x %d scores", (rows, cols) => {
  const data = Float64Array.from({ length: rows * cols }, (_, i) => Math.sin(i * i) * 10 ** ((i % 5) - 2));
  expectSameSoftmax(rows, cols, data);
});

test("softmax of zeros of either sign, of equal scores and of the largest there are", () => {
  const scores = [0, -0, -0, 0, 1, 1, -1e308, 1.7e308, -1.7e308, 5e-324, -5e-324, 0].flatMap((a) => [
    a,
    -0,
    a,
    0,
  ]);
  const data = Float64Array.from(scores);
  for (const cols of [1, 2, 3, 4, 6]) {
    const rows = data.length / cols;
    expectSameSoftmax(rows, cols, data);
  }
});
