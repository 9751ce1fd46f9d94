import { permuted } from "../random/permuted.js";
import type { RandomState } from "../random/random-state.js";
import type { LabeledPoints } from "./labeled-points.js";

/** The points in random order. */
export function shuffled<Features extends number>(
  operation: string,
  { x, y }: LabeledPoints<Features>,
  random: RandomState,
): LabeledPoints<Features> {
  const order = permuted(operation, random, x.rows);
  return { x: x.selectRows(order), y: Int32Array.from(order, (row) => y[row] as number) };
}
