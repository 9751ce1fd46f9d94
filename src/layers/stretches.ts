import { copies, setAll } from "../kernels/copies.js";
import { Matrix } from "../matrix/matrix.js";
import type { Layer } from "./layer.js";
import { type Memory, memoryOf } from "./memory.js";
import { Recycled } from "./recycled.js";
import { back, through } from "./through.js";

/** So many numbers between the layers stay in the caches of a processor from one layer to the next, or nearly. */
const FEW = 2 ** 19;
/** Where there are more, so many at a time. */
const AT_A_TIME = 2 ** 17;
const LEAST_ROWS = 64;
/** With so few columns to multiply, a product takes less time than its result takes to the main memory and back. */
const NARROW = 8;

/** Some rows of a pass, and what their way back needs. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly rest: 0 | 1;
  /** Where its rows of x are copied to. */
  readonly x: Matrix;
  readonly kept: readonly (Matrix | undefined)[];
  readonly saved: readonly Float64Array[];
}

/** What lies between the layers; the last stretch may be shorter and has space of its own, so that the others find theirs as it was. */
type Spaces = readonly [whole: Recycled, rest: Recycled];
const spaces = (): Spaces => [new Recycled(), new Recycled()];

/**
 * Takes x through all layers and back: all rows at once or, where there are so many that what lies between the layers would not stay in a
 * cache and every layer treats each row by itself, one stretch of them after the other. Sums over all rows go on from stretch to stretch,
 * so the numbers are the same to the last bit.
 */
export class Stretches {
  readonly #layers: readonly Layer[];
  readonly #inference: Spaces = spaces();
  readonly #activations: Spaces = spaces();
  readonly #gradients: Spaces = spaces();
  /**
   * The first layer whose result is kept for the way back; those before it are quick, so their results are computed again. -1 where all are
   * quick, which for `slice` is the end of all but the last: nobody needs the result of that.
   */
  readonly #slow: number;
  /** Those of the last training pass; none where all rows went at once. */
  #stretches: readonly Stretch[] = [];

  constructor(layers: readonly Layer[]) {
    this.#layers = layers;
    this.#slow = layers.findIndex(({ inPlace, inputs = Infinity }) => !inPlace && inputs > NARROW);
  }

  /** A training pass; y has `outputs` columns, or those of x. */
  forward(x: Matrix, outputs = x.cols): Matrix {
    const stretches: Stretch[] = [];
    const y = this.#through("forward", this.#activations, x, outputs, (start, end, rest) => {
      const activations = this.#activations[rest];
      const own = activations.at(this.#layers.length, end - start, x.cols);
      const kept = this.#memories().map((memory) => memory?.kept);
      const needed = [...this.#parameters(), ...activations.arrays(this.#slow)];
      const saved = copies(needed, this.#stretches[stretches.length]?.saved);
      stretches.push({ start, end, rest, x: own, kept, saved });
    });
    if (stretches.length > 0) this.#forget();
    this.#stretches = stretches;
    return y;
  }

  /** An inference. */
  predict(x: Matrix, outputs = x.cols): Matrix {
    return this.#through("predict", this.#inference, x, outputs);
  }

  /** The way back of the last `forward`; gives dL/dx, which has `inputs` columns or those of the gradient, if that is wanted. */
  backward(gradient: Matrix, wanted: boolean, inputs = gradient.cols): Matrix | undefined {
    if (this.#stretches.length === 0) {
      const dx = back(this.#layers, gradient, this.#gradients[0], wanted);
      return dx && this.#gradients[0].released(dx);
    }
    const dx = wanted ? Matrix.zeros(gradient.rows, inputs) : undefined;
    const parameters = this.#parameters();
    const now = copies(parameters);
    this.#stretches.forEach(({ start, end, rest, x, kept, saved }, i) => {
      const activations = this.#activations[rest];
      setAll([...parameters, ...activations.arrays(this.#slow)], saved);
      through(this.#layers, "forward", x, activations, undefined, this.#slow);
      setAll(parameters, now);
      this.#memories().forEach((memory, layer) => {
        if (memory) Object.assign(memory, { kept: kept[layer], continues: i > 0 });
      });
      const flowing = rowsOf(gradient, start, end);
      back(this.#layers, flowing, this.#gradients[rest], wanted, dx && rowsOf(dx, start, end));
    });
    this.#forget();
    return dx;
  }

  /** None of the layers may go back by itself through the last stretch, as if that had been all. */
  #forget(): void {
    for (const memory of this.#memories()) memory?.forget();
  }

  #through(
    pass: "forward" | "predict",
    space: Spaces,
    x: Matrix,
    outputs: number,
    after?: (start: number, end: number, rest: 0 | 1) => void,
  ): Matrix {
    const step = rowsAtATime(this.#layers, x);
    if (step === x.rows) return space[0].released(through(this.#layers, pass, x, space[0]));
    const y = Matrix.zeros(x.rows, outputs);
    for (let start = 0; start < x.rows; start += step) {
      const end = Math.min(start + step, x.rows);
      const rest = end - start < step ? 1 : 0;
      through(this.#layers, pass, rowsOf(x, start, end), space[rest], rowsOf(y, start, end));
      after?.(start, end, rest);
    }
    return y;
  }

  /** What the quick layers learn, which may have changed since the forward pass. */
  #parameters(): readonly Float64Array[] {
    return this.#layers
      .slice(0, this.#slow)
      .flatMap(({ parameters }) => parameters.map(({ value }) => value.data));
  }

  #memories(): readonly (Memory<Matrix> | undefined)[] {
    return this.#layers.map(memoryOf);
  }
}

/** How many rows go at a time: all of them where they are few, or a layer needs them all. */
export function rowsAtATime(layers: readonly Layer[], { rows, cols }: Matrix): number {
  let width = cols;
  let total = 0;
  for (const layer of layers) {
    width = layer.outputs ?? width;
    total += width;
  }
  if (rows * total <= FEW || !layers.every(memoryOf)) return rows;
  return Math.min(rows, Math.max(LEAST_ROWS, Math.floor(AT_A_TIME / total / 4) * 4));
}

/** Some rows of a matrix: the same numbers, not a copy of them. */
function rowsOf(x: Matrix, start: number, end: number): Matrix {
  return new Matrix(end - start, x.cols, x.data.subarray(start * x.cols, end * x.cols));
}
