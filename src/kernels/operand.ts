/** A matrix as it is stored: row after row. */
export interface Stored {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** A matrix that a kernel reads with rows and columns exchanged. Its numbers stay where they are. */
export class Transposed {
  constructor(readonly matrix: Stored) {}
}

/** The transpose of a matrix, as an operand of a product. */
export function transposed(matrix: Stored): Transposed {
  return new Transposed(matrix);
}

/** An operand of a product. */
export type Operand = Stored | Transposed;

/** An operand with the distances between its elements in `data`. */
export interface Strided extends Stored {
  /** From element (i, j) to element (i + 1, j). */
  readonly rowStride: number;
  /** From element (i, j) to element (i, j + 1). */
  readonly colStride: number;
}

/**
 * How a kernel finds the elements of an operand. Only `rows`, `cols` and `data` of a matrix are read: it may
 * be of a user's own class, with any other fields.
 */
export function strided(operand: Operand): Strided {
  if (operand instanceof Transposed) {
    const { rows, cols, data } = checked(operand.matrix);
    return { rows: cols, cols: rows, data, rowStride: 1, colStride: cols };
  }
  const { rows, cols, data } = checked(operand);
  return { rows, cols, data, rowStride: cols, colStride: 1 };
}

/**
 * The matrix itself, if it holds all its numbers; throws if not: a kernel would read what lies behind them.
 */
export function checked(matrix: Stored): Stored {
  const { rows, cols, data } = matrix;
  if (data.length === rows * cols) return matrix;
  throw new RangeError(`a ${rows} x ${cols} matrix holds ${data.length} numbers; expected ${rows * cols}`);
}
