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

  /** Copies of all numbers, in `space` where it has room for them. */
  save(space: readonly Float64Array[] = []): readonly Float64Array[] {
    return this.#inUse().map(({ data }, i) => {
      const copy = space[i];
      if (copy?.length !== data.length) return data.slice();
      copy.set(data);
      return copy;
    });
  }

  /** Brings back the numbers that `save` copied. */
  restore(saved: readonly Float64Array[]): void {
    this.#inUse().forEach(({ data }, i) => {
      data.set(saved[i] as Float64Array);
    });
  }

  /** Without the places that nobody asked for. */
  #inUse(): readonly Matrix[] {
    return this.#matrices.flat();
  }

  /** The matrix itself, or a copy of it where it is one of these, which a later step overwrites: a layer may return what it was given. */
  released(matrix: Matrix): Matrix {
    const shared = this.#matrices.some((own) => own?.data.buffer === matrix.data.buffer);
    return shared ? matrix.copy() : matrix;
  }
}
