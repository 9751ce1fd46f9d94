import type { Matrix } from "spiralnet";

/**
 * The slope of f in each element of x, by centred differences: $(f(x + h) - f(x - h)) / 2h$. It knows nothing
 * of the library but where a matrix keeps its elements, so that it can be a second witness beside the
 * library's own check.
 */
export function slopes(f: () => number, x: Matrix, h = 1e-5): Float64Array {
  return x.data.map((value, i) => {
    const at = (moved: number): number => {
      x.data[i] = moved;
      const result = f();
      x.data[i] = value;
      return result;
    };
    return (at(value + h) - at(value - h)) / (2 * h);
  });
}

/** A number that depends on every element of y, each with another weight: its gradient is `weights`. */
export function weighted(y: Matrix, weights: Matrix): number {
  return y.data.reduce((sum, value, i) => sum + value * (weights.data[i] as number), 0);
}
