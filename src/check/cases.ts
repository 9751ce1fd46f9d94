import { Matrix, type RandomState } from "../index.js";
import type { Draw, Size } from "./draw.js";
import type { Case } from "./judge.js";

/** Makes special numbers of normal ones. */
export type Edge = (normal: Matrix) => Matrix;

/** The special numbers that an input holds; normal ones if there are none. */
export type Special = (name: string) => Edge | undefined;

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

/** Random shapes, and among them each side with the length 1. */
function sizesOf(random: RandomState): Size[] {
  const side = () => random.randint(2, 6);
  return [
    [4, 3, 5],
    [side(), side(), side()],
    [side(), side(), side()],
    [1, side(), side()],
    [side(), 1, side()],
    [side(), side(), 1],
  ];
}

/** What goes in: normal numbers in each of the sizes, then special ones. */
export function casesOf(random: RandomState, specials: readonly Special[]): Case[] {
  const normal: Draw = (_, rows, cols) => random.randn(rows, cols);
  const edges = specials.map((special): Case => {
    const draw: Draw = (name, rows, cols) => {
      const numbers = random.randn(rows, cols);
      return special(name)?.(numbers) ?? numbers;
    };
    return { size: [4, 3, 2], draw };
  });
  return [...sizesOf(random).map((size) => ({ size, draw: normal })), ...edges];
}

/** Special numbers for the inputs with these names alone. */
export function only(edge: Edge, ...names: readonly string[]): Special {
  return (name) => (names.includes(name) ? edge : undefined);
}
