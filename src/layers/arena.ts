import { allocate } from "../kernels/allocate.js";
import { Matrix } from "../matrix/matrix.js";
import { allocated } from "../matrix/memory.js";

/**
 * Memory for one direction of a pass. After `rewind`, each request gets the memory that the same request got
 * the time before.
 */
export class Arena {
  private readonly spaces: Float64Array[] = [];
  private readonly matrices: Matrix[] = [];
  private next = 0;

  /** Gives all matrices up: those handed out so far may be handed out again. */
  rewind(): void {
    this.next = 0;
  }

  /** A matrix that holds anything. */
  matrix(rows: number, cols: number): Matrix {
    const i = this.next++;
    const last = this.matrices[i];
    if (last?.rows === rows && last.cols === cols) return last;
    const size = rows * cols;
    let space = this.spaces[i];
    if (space === undefined || space.length < size) {
      space = allocated("pass.matrix", rows, cols, () => allocate(size));
      this.spaces[i] = space;
    }
    const matrix = new Matrix(rows, cols, space.length === size ? space : space.subarray(0, size));
    this.matrices[i] = matrix;
    return matrix;
  }
}
