/** An operand of a product: its numbers, and how far a step along a row and along a column moves in them. */
export interface Operand {
  readonly data: Float64Array;
  /** From element (i, j) to (i + 1, j). */
  readonly rowStride: number;
  /** From element (i, j) to (i, j + 1). */
  readonly colStride: number;
}

/** A matrix stored row after row. */
export function asStored(data: Float64Array, cols: number): Operand {
  return { data, rowStride: cols, colStride: 1 };
}

/** The transpose of an operand: the same numbers, the strides exchanged. */
export function transposed({ data, rowStride, colStride }: Operand): Operand {
  return { data, rowStride: colStride, colStride: rowStride };
}
