import type { Matrix } from "../matrix/matrix.js";

/** For each row of scores, the class with the largest score, and the one with the largest score but for that (itself where it is alone). */
export interface Ranking {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Who wins each row and who comes next; of equal scores the first comes first, as in `accuracy`. */
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
 * How far a class is ahead in each row: half of its score less the best other score. At least 0 only where it wins.
 */
export function margins({ rows, cols, data }: Matrix, { first, second }: Ranking, label: number): number[] {
  return Array.from({ length: rows }, (_, i) => {
    const won = first[i] === label;
    const other = (won ? second[i] : first[i]) as number;
    // Halves, since the difference of large scores could overflow.
    const margin = (data[i * cols + label] as number) / 2 - (data[i * cols + other] as number) / 2;
    return won ? margin : Math.min(margin, -Number.MIN_VALUE);
  });
}
