import { allocateResident, freeResident } from "../kernels/wasm/resident.js";
import { Matrix } from "../matrix/matrix.js";

/** Matrices that never leave a model and are used again from step to step, one for each place. */
export class Recycled {
  readonly #matrices: Matrix[] = [];

  /** The matrix of a place: the one from last time if the shape is the same. It holds whatever was left in it. */
  at(place: number, rows: number, cols: number): Matrix {
    const last = this.#matrices[place];
    if (last?.rows === rows && last.cols === cols) return last;
    if (last) freeResident(last.data);
    const fresh = new Matrix(rows, cols, allocateResident(rows * cols));
    this.#matrices[place] = fresh;
    return fresh;
  }

  /** The numbers of all matrices from a place on, which `slice` takes. */
  arrays(from: number): readonly Float64Array[] {
    // Without the places that nobody asked for.
    return this.#matrices.slice(from).flatMap(({ data }) => data);
  }

  /** The matrix itself, or a copy of it where it is one of these, which a later step overwrites: a layer may return what it was given. */
  released(matrix: Matrix): Matrix {
    const shared = this.#matrices.some((own) => own?.data.buffer === matrix.data.buffer);
    return shared ? matrix.copy() : matrix;
  }
}
