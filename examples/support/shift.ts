import { type Computed, Layer, Matrix, type Pass, type RandomState } from "spiralnet";

/** Pictures, one a row, pixel after pixel from the top left. */
export interface ShiftOptions {
  readonly height: number;
  readonly width: number;
  /** How many pixels at most, in each direction. */
  readonly by: number;
  readonly random: RandomState;
}

/**
 * Moves each picture by a few pixels in training, a different way each time, so that a network learns the
 * shape and not the place. `predict` leaves pictures as they are.
 */
export class Shift extends Layer {
  override readonly elementwise = true;
  override readonly state: { readonly random: RandomState };

  constructor(private readonly options: ShiftOptions) {
    super();
    this.state = { random: options.random };
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    if (!pass.training) return { y: x, back: (gradient) => gradient };
    const { by } = this.options;
    const { random } = this.state;
    const steps = () => Array.from({ length: x.rows }, () => random.randint(-by, by + 1));
    const [down, right] = [steps(), steps()];
    return {
      y: this.moved(x, down, right, 1),
      // What came from a pixel goes back to it.
      back: (gradient) => this.moved(gradient, down, right, -1),
    };
  }

  /** Pictures moved down and to the right, or the other way if the sign is -1. What moves in is blank. */
  private moved(x: Matrix, down: readonly number[], right: readonly number[], sign: 1 | -1): Matrix {
    const { height, width } = this.options;
    const y = Matrix.zeros(x.rows, x.cols);
    for (let i = 0; i < x.rows; i++) {
      const [dy, dx] = [sign * (down[i] as number), sign * (right[i] as number)];
      for (let row = Math.max(0, dy); row < height + Math.min(0, dy); row++) {
        const from = i * x.cols + (row - dy) * width + Math.max(0, -dx);
        const to = i * x.cols + row * width + Math.max(0, dx);
        y.data.set(x.data.subarray(from, from + width - Math.abs(dx)), to);
      }
    }
    return y;
  }
}
