import { Matrix, RandomState } from "../index.js";
import { type Draw, resized, type Size } from "./draw.js";

/** An input to begin with. */
export interface Case {
  readonly size: Size;
  readonly draw: Draw;
}

/** Makes special numbers of normal ones. */
export type Edge = (normal: Matrix) => Matrix;

/** The special numbers that an input holds; normal ones if there are none. */
export type Special = (name: string) => Edge | undefined;

/** Special numbers for the inputs whose names end so. */
export function only(edge: Edge, ending: string): Special {
  return (name) => (name.endsWith(ending) ? edge : undefined);
}

/** Zeros. */
export const zeros: Edge = (normal) => normal.multiply(0);
/** Negative numbers. */
export const negative: Edge = (normal) => normal.abs().negate();
/** The same number in each column. */
export const constantColumns: Edge = (normal) => normal.map((_, __, col) => normal.get(0, col));
/** Whole numbers from 0 to 2, which indices are too. */
export const whole: Edge = (normal) => normal.map((_, row, col) => (row + col) % 3);
/** Numbers of at least 1000 in size. */
export const large: Edge = (normal) => normal.map((value) => 1000 * (Math.sign(value) + value));
/** Numbers of about 1e-8, a usual epsilon. */
export const tiny: Edge = (normal) => normal.multiply(1e-8);
/** One number everywhere. */
export const all =
  (value: number): Edge =>
  ({ rows, cols }) =>
    Matrix.full(rows, cols, value);
/** A row more. */
export const longer: Edge = (normal) => resized(normal, normal.rows + 1, normal.cols);

/** A single column. */
export const single: Edge = (normal) => resized(normal, normal.rows, 1);

/** No seed that weights and data of the homework are likely to come from: equal numbers would hide mistakes. */
const SEED = 2_718_281_828;

/**
 * What goes in: random shapes, among them each side with the length 1, then special numbers.
 *
 * @param source - where the seed comes from
 */
export function casesOf(source: RandomState | undefined, specials: readonly Special[]): [Case, ...Case[]] {
  // What looks like a generator may draw anything: RandomState refuses a seed that is none.
  const random = new RandomState(source ? Number(source.randint(2 ** 32)) : SEED);
  const normal: Draw = (_, rows, cols) => random.randn(rows, cols);
  const side = () => random.randint(2, 6);
  const sizes: Size[] = [
    [side(), side(), side()],
    [side(), side(), side()],
    [1, side(), side()],
    [side(), 1, side()],
    [side(), side(), 1],
  ];
  const edges = specials.map((special): Case => {
    const draw: Draw = (name, rows, cols) => {
      const numbers = random.randn(rows, cols);
      return special(name)?.(numbers) ?? numbers;
    };
    return { size: [4, 3, 2], draw };
  });
  return [{ size: [4, 3, 5], draw: normal }, ...sizes.map((size) => ({ size, draw: normal })), ...edges];
}
