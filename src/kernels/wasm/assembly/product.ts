import { oneRow } from "./one-row";
import { threeTerms } from "./three-terms";
import { tile3 } from "./tile-3";
import { tile4 } from "./tile-4";

/**
 * out = a · b (+ out, if `accumulate`) (+ bias, a row, unless its pointer is 0), rows x cols, each element
 * summed in the order of k.
 *
 * Element (i, k) of a lies at a + i*aRow + k*aCol. b lies in panels of four columns: element (k, j) at
 * b + (j/4)*bPanel + k*bRow + (j%4)*8. Element (i, j) of out lies at out + i*outRow + j*8.
 *
 * Four rows at a time, with room for them at `spread`: 64 bytes for each k. Beyond the last row a tile
 * computes the last row again, with the same result in the same place.
 */
export function product(
  out: usize,
  outRow: usize,
  a: usize,
  aRow: usize,
  aCol: usize,
  b: usize,
  bRow: usize,
  bPanel: usize,
  spread: usize,
  rows: i32,
  inner: i32,
  cols: i32,
  accumulate: bool,
  bias: usize,
): void {
  if (inner + i32(bias != 0) == 3 && !accumulate && (cols & 3) == 0) {
    threeTerms(out, outRow, a, aRow, aCol, b, bRow, bPanel, spread, rows, cols, bias);
    return;
  }
  if (rows == 1) {
    const done = oneRow(out, a, aCol, b, bRow, bPanel, inner, cols, accumulate, bias);
    cols -= done;
    out += 8 * <usize>done;
    b += <usize>(done / 4) * bPanel;
    if (bias != 0) bias += 8 * <usize>done;
  }
  const last = rows - 1;
  for (let i = 0; i < rows; i += 4) {
    const i1 = <usize>min(i + 1, last);
    const i2 = <usize>min(i + 2, last);
    const i3 = <usize>min(i + 3, last);
    const a0 = a + <usize>i * aRow;
    const a1 = a + i1 * aRow;
    const a2 = a + i2 * aRow;
    const a3 = a + i3 * aRow;
    let o0 = out + <usize>i * outRow;
    let o1 = out + i1 * outRow;
    let o2 = out + i2 * outRow;
    let o3 = out + i3 * outRow;
    let panel = b;
    let add = bias;
    for (let left = cols; left > 0; left -= 4) {
      if (left >= 4) {
        const first = left == cols;
        tile4(o0, o1, o2, o3, a0, a1, a2, a3, aCol, spread, first, panel, bRow, inner, accumulate, add);
      } else {
        tile3(o0, o1, o2, o3, a0, a1, a2, a3, aCol, panel, bRow, inner, accumulate, add, left);
      }
      panel += bPanel;
      o0 += 32;
      o1 += 32;
      o2 += 32;
      o3 += 32;
      if (add != 0) add += 32;
    }
  }
}
