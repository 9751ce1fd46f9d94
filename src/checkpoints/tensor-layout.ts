import type { Matrix } from "../matrix/matrix.js";
import { isOfModel } from "./parts.js";

/** How a matrix of a model is called and laid out in PyTorch. */
interface Tensor {
  readonly name: string;
  /** PyTorch's linear layer is y = x Wᵀ + b. */
  readonly transposed?: true;
  /** One dimension; here a row. */
  readonly flat?: true;
}

/** PyTorch's names and layout for the parts of layers, by our names. */
const TENSORS: Readonly<Record<string, Tensor>> = {
  weights: { name: "weight", transposed: true },
  biases: { name: "bias", flat: true },
  vectors: { name: "weight" },
  scale: { name: "weight", flat: true },
  shift: { name: "bias", flat: true },
  means: { name: "running_mean", flat: true },
  variances: { name: "running_var", flat: true },
};

function tensorOf(name: string): Tensor {
  const last = name.slice(name.lastIndexOf(".") + 1);
  return isOfModel(name) && Object.hasOwn(TENSORS, last) ? (TENSORS[last] as Tensor) : { name: last };
}

/** What a file calls the matrix that a checkpoint calls `name`: `0.weight` for `0.weights`. */
export function tensorName(name: string): string {
  return name.slice(0, name.lastIndexOf(".") + 1) + tensorOf(name).name;
}

/** The shape of the tensor that holds a matrix in a file. */
export function tensorShape(name: string, { rows, cols }: Matrix): readonly number[] {
  const { transposed, flat } = tensorOf(name);
  if (transposed) return [cols, rows];
  return flat && rows === 1 ? [cols] : [rows, cols];
}

/** The matrix with the numbers in the order in which a file has them, or again in ours. */
export function reordered(name: string, matrix: Matrix): Matrix {
  return tensorOf(name).transposed ? matrix.transpose() : matrix;
}
