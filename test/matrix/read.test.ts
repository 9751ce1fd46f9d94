import * as fc from "fast-check";
import { Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";
import { anyMatrix, anyNumber } from "../support/arbitraries.js";

const x = Matrix.fromRows([
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
  [10, 11, 12],
]);

/** A block, element by element. */
function byGet(source: Matrix, rows: readonly number[], cols: readonly number[]): number[][] {
  return rows.map((i) => cols.map((j) => source.get(i, j)));
}

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, i) => start + i);

test("get reads row and column counted from 0", () => {
  expect(x.get(0, 0)).toBe(1);
  expect(x.get(2, 1)).toBe(8);
  expect(x.get(3, 2)).toBe(12);
});

test("set changes one element, and returns the matrix", () => {
  const y = Matrix.zeros(2, 3);
  expect(y.set(1, 2, 5)).toBe(y);
  y.set(0, 1, Number.NaN);
  expect(y.toArray()).toEqual([
    [0, Number.NaN, 0],
    [0, 0, 5],
  ]);
});

test("get finds what set wrote, and everything else is as it was", () => {
  const places = anyMatrix(undefined, 1).chain((m) =>
    fc.record({ m: fc.constant(m), i: fc.nat(m.rows - 1), j: fc.nat(m.cols - 1), value: anyNumber }),
  );
  fc.assert(
    fc.property(places, ({ m, i, j, value }) => {
      const expected = m.map((old, row, col) => (row === i && col === j ? value : old));
      expect(m.set(i, j, value)).toEqual(expected);
      expect(m.get(i, j)).toBe(value);
    }),
  );
});

test("row and col copy one row or column", () => {
  expect(x.row(2).toArray()).toEqual([[7, 8, 9]]);
  expect(x.col(1).toArray()).toEqual([[2], [5], [8], [11]]);
});

test("selectRows takes rows in any order, as often as they are named", () => {
  expect(x.selectRows([3, 0, 3]).toArray()).toEqual([
    [10, 11, 12],
    [1, 2, 3],
    [10, 11, 12],
  ]);
  expect(x.selectRows([]).shape).toEqual([0, 3]);
  expect(x.selectRows(Int32Array.of(1)).toArray()).toEqual([[4, 5, 6]]);
});

describe("slice", () => {
  test("leaves out the end, and takes all columns if none are given", () => {
    expect(x.slice([1, 3], [0, 2]).toArray()).toEqual([
      [4, 5],
      [7, 8],
    ]);
    expect(x.slice([3, 4]).toArray()).toEqual([[10, 11, 12]]);
  });

  test("may be empty", () => {
    expect(x.slice([4, 4]).shape).toEqual([0, 3]);
    expect(x.slice([0, 2], [1, 1]).shape).toEqual([2, 0]);
    expect(x.slice([4]).shape).toEqual([0, 3]);
    expect(x.slice([-4, -4]).shape).toEqual([0, 3]);
  });

  test("goes up to the last row or column if there is no end", () => {
    expect(x.slice([2]).toArray()).toEqual([
      [7, 8, 9],
      [10, 11, 12],
    ]);
    expect(x.slice([0, 1], [1, undefined]).toArray()).toEqual([[2, 3]]);
  });

  test("counts negative bounds from the end", () => {
    expect(x.slice([-1]).toArray()).toEqual([[10, 11, 12]]);
    expect(x.slice([-3, -1], [0, -2]).toArray()).toEqual([[4], [7]]);
    expect(x.slice([0, -3], [-2]).toArray()).toEqual([[2, 3]]);
    expect(x.slice([-4, 1]).toArray()).toEqual([[1, 2, 3]]);
  });

  test("takes the rows that JavaScript's slice takes of an array", () => {
    const rows = x.toArray();
    const bound = fc.integer({ min: -4, max: 4 });
    fc.assert(
      fc.property(bound, fc.option(bound, { nil: undefined }), (start, end) => {
        const fromStart = (index: number) => (index < 0 ? index + 4 : index);
        fc.pre(end === undefined || fromStart(end) >= fromStart(start));
        expect(x.slice([start, end]).toArray()).toEqual(rows.slice(start, end));
      }),
    );
  });
});

test("pick takes one element of each row", () => {
  expect(x.pick([2, 0, 1, 2]).toArray()).toEqual([[3], [4], [8], [12]]);
});

test("all methods that read agree with get", () => {
  const places = anyMatrix(undefined, 1).chain((m) =>
    fc.record({
      m: fc.constant(m),
      i: fc.nat(m.rows - 1),
      j: fc.nat(m.cols - 1),
      rows: fc.tuple(fc.nat(m.rows), fc.nat(m.rows)),
      cols: fc.tuple(fc.nat(m.cols), fc.nat(m.cols)),
      picked: fc.array(fc.nat(m.cols - 1), { minLength: m.rows, maxLength: m.rows }),
      selected: fc.array(fc.nat(m.rows - 1)),
    }),
  );
  fc.assert(
    fc.property(places, ({ m, i, j, rows, cols, picked, selected }) => {
      const [r0, r1] = [Math.min(...rows), Math.max(...rows)];
      const [c0, c1] = [Math.min(...cols), Math.max(...cols)];
      const [allRows, allCols] = [range(0, m.rows), range(0, m.cols)];
      expect(m.toArray()).toEqual(byGet(m, allRows, allCols));
      expect(m.row(i).toArray()).toEqual(byGet(m, [i], allCols));
      expect(m.col(j).toArray()).toEqual(byGet(m, allRows, [j]));
      expect(m.slice([r0, r1], [c0, c1]).toArray()).toEqual(byGet(m, range(r0, r1), range(c0, c1)));
      expect(m.selectRows(selected).toArray()).toEqual(byGet(m, selected, allCols));
      expect(m.pick(picked).toArray()).toEqual(picked.map((col, row) => [m.get(row, col)]));
    }),
  );
});

test("fromRows reverses toArray", () => {
  fc.assert(
    fc.property(anyMatrix(undefined, 1), (m) => {
      expect(Matrix.fromRows(m.toArray())).toEqual(m);
    }),
  );
});

test("results are copies: changing them does not change the matrix", () => {
  const source = Matrix.fromRows([
    [1, 2],
    [3, 4],
  ]);
  const read = [
    source.copy(),
    source.row(0),
    source.col(0),
    source.slice([0, 2]),
    source.selectRows([0, 1]),
    source.pick([0, 0]),
    source.reshape(4, 1),
  ];
  for (const copy of read) copy.data.fill(99);
  (source.toArray()[0] as number[])[0] = 99;
  expect(source.toArray()).toEqual([
    [1, 2],
    [3, 4],
  ]);
});
