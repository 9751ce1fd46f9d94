/** A matrix as it is stored: row after row. */
export interface Stored {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** An operand of a product: stored row after row where no strides say otherwise. */
export interface Operand extends Stored {
  /** How far apart in `data` elements (i, j) and (i + 1, j) are; `cols` if not given. */
  readonly rowStride?: number;
  /** How far apart elements (i, j) and (i, j + 1) are; 1 if not given. */
  readonly colStride?: number;
}

/** The transpose of an operand: the same numbers, the strides exchanged. */
export function transposed({ rows, cols, data, rowStride = cols, colStride = 1 }: Operand): Operand {
  return { rows: cols, cols: rows, data, rowStride: colStride, colStride: rowStride };
}
