import * as fc from "fast-check";
import { expect, test } from "vitest";
import { allFinite } from "../../src/kernels/all-finite.js";
import { type Operand, transposed } from "../../src/kernels/operand.js";
import { plainAllFinite } from "../../src/kernels/plain/all-finite.js";
import { plainProduct } from "../../src/kernels/plain/product.js";
import { plainSoftmax } from "../../src/kernels/plain/softmax.js";
import { plainSumCols } from "../../src/kernels/plain/sum-cols.js";
import { plainWherePositive } from "../../src/kernels/plain/where-positive.js";
import { softmaxRows } from "../../src/kernels/softmax.js";
import { sumCols } from "../../src/kernels/sum-cols.js";
import { type Engine, wasmEngine } from "../../src/kernels/wasm/engine.js";
import { wasmProduct } from "../../src/kernels/wasm/product.js";
import { allocateResident, freeResident } from "../../src/kernels/wasm/resident.js";
import { wherePositive } from "../../src/kernels/where-positive.js";
import { anyNumber } from "../support/arbitraries.js";

/*
 * Two implementations, one specification: whatever the plain kernels give, the WebAssembly kernels give to the last bit, wherever the
 * operands lie. (toEqual on typed arrays tells 0 from -0 and takes NaN as equal to NaN.)
 */

const engine = wasmEngine() as Engine;

test("there is an engine to test", () => {
  expect(engine).not.toBeNull();
});

/** The same numbers in the kernels' memory. */
function resident(values: Float64Array): Float64Array {
  const array = allocateResident(values.length);
  array.set(values);
  return array;
}

function free(...arrays: Float64Array[]): void {
  for (const array of arrays) freeResident(array);
}

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
  const operand = (data: Float64Array, height: number, width: number, flip: boolean): Operand =>
    flip ? transposed({ rows: width, cols: height, data }) : { rows: height, cols: width, data };
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
  free(left, right, out);
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

test("a product of any small shape, with any numbers, wherever its operands lie", () => {
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
        biased: there,
        accumulate: !there,
      };
      const [plain, wasm] = bothProducts({ ...shape, ...place }, () => Math.sin(i++ * 0.7) * 3);
      expectSameBits(wasm, plain);
    }
  },
);

/** A matrix with any numbers, odd numbers of elements among them. */
const numbers = fc.array(anyNumber, { maxLength: 40 }).map((values) => Float64Array.from(values));

test("what is positive, in place too, and nothing is written behind the end", () => {
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
      free(xs, gs, space);
    }),
  );
});

test("whether all numbers are finite", () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const there = resident(values);
      expect(allFinite(there)).toBe(values.every(Number.isFinite));
      expect(plainAllFinite(values)).toBe(values.every(Number.isFinite));
      free(there);
    }),
  );
});

test("sums of columns", () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 19 }), fc.boolean(), (values, cols, accumulate) => {
      const rows = Math.floor(values.length / cols);
      const x = values.slice(0, rows * cols);
      const there = resident(x);
      const out = Float64Array.from({ length: cols }, (_, j) => j - 3);
      const expected = accumulate ? out.slice() : new Float64Array(cols);
      plainSumCols(expected, { rows, cols, data: x });
      sumCols(out, { rows, cols, data: there }, accumulate);
      expect(out).toEqual(expected);
      free(there);
    }),
  );
});

test.each([
  [1, 1],
  [300, 3],
  [7, 5],
  [3, 20_000],
  [2, 40_000],
  [0, 3],
])("softmax of %d x %d scores", (rows, cols) => {
  const data = Float64Array.from({ length: rows * cols }, (_, i) => Math.sin(i * i) * 10 ** ((i % 5) - 2));
  const plain = {
    probs: new Float64Array(data.length),
    max: new Float64Array(rows),
    sum: new Float64Array(rows),
  };
  plainSoftmax(plain, { rows, cols, data });
  expect(softmaxRows({ rows, cols, data })).toEqual(plain);
});
