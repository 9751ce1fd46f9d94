import type { Matrix } from "../matrix/matrix.js";

/** Calls a function while a matrix holds other numbers. */
export function whileHolding<T>({ data }: Matrix, numbers: ArrayLike<number>, f: () => T): T {
  const own = data.slice();
  try {
    data.set(numbers);
    return f();
  } finally {
    data.set(own);
  }
}
