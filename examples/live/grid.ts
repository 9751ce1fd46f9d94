import { Matrix, type Sequential } from "spiralnet";

/**
 * The points of a square grid from −extent to extent on both axes, edges included, row by row from the top left:
 * y falls from row to row.
 */
export function gridOf(size: number, extent: number): Matrix<number, 2> {
  const x = Matrix.zeros<number, 2>(size * size, 2);
  const at = (i: number) => (size > 1 ? extent * ((2 * i) / (size - 1) - 1) : 0);
  for (let i = 0; i < x.rows; i++) x.data.set([at(i % size), -at(Math.floor(i / size))], 2 * i);
  return x;
}

/** What a grid may cost, in multiplications: some milliseconds. */
const BUDGET = 2e7;

/** What a unit's activation costs, in multiplications. */
const ACTIVATION = 30;

/** The size of a grid that a model computes with a share of the budget, between two bounds. */
export function affordableSize(
  model: Sequential<2>,
  [least, most]: readonly [number, number],
  share: number,
): number {
  const cost = model.parameters.reduce(
    (sum, { value }) => sum + value.rows * value.cols + (value.rows === 1 ? ACTIVATION * value.cols : 0),
    0,
  );
  return Math.min(most, Math.max(least, Math.floor(Math.sqrt((share * BUDGET) / cost))));
}
