import { Matrix } from "spiralnet";

/** x as blocks of so many columns, copied. */
export function splitColumns(x: Matrix, width: number): Matrix[] {
  return Array.from({ length: x.cols / width }, (_, i) => x.slice([0, x.rows], [i * width, (i + 1) * width]));
}

/** Blocks of the same shape side by side. */
export function joinColumns(blocks: readonly Matrix[]): Matrix {
  const [{ rows, cols }] = blocks as readonly [Matrix];
  const joined = Matrix.zeros(rows, cols * blocks.length);
  for (const [i, block] of blocks.entries()) {
    for (let row = 0; row < rows; row++) {
      joined.data.set(block.row(row).data, row * joined.cols + i * cols);
    }
  }
  return joined;
}
