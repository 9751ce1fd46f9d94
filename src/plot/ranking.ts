import type { Matrix } from "../index.js";

/**
 * The classes with the largest and the second largest score in each row; the same class twice if there is
 * only one.
 */
export interface Ranking {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Ranks the classes of each row. Of equal scores the first wins, as in `accuracy`. */
export function rank({ rows, cols, data }: Matrix): Ranking {
  const first = new Int32Array(rows);
  const second = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    const score = (label: number) => data[i * cols + label] as number;
    let best = 0;
    let next = -1;
    for (let label = 1; label < cols; label++) {
      if (score(label) > score(best)) {
        next = best;
        best = label;
      } else if (next === -1 || score(label) > score(next)) next = label;
    }
    first[i] = best;
    second[i] = next === -1 ? best : next;
  }
  return { first, second };
}

/**
 * A class's score less the best other score, divided by 4, in each row. It is at least 0 only if the class
 * wins.
 */
export function margins({ rows, cols, data }: Matrix, { first, second }: Ranking, label: number): number[] {
  return Array.from({ length: rows }, (_, i) => {
    const won = first[i] === label;
    const other = (won ? second[i] : first[i]) as number;
    // Quarters: neither a margin nor the difference of two can overflow.
    const margin = (data[i * cols + label] as number) / 4 - (data[i * cols + other] as number) / 4;
    return won ? margin : Math.min(margin, -Number.MIN_VALUE);
  });
}
