import { checkList } from "../errors/list.js";
import { typedArrayName } from "../errors/typed-array.js";
import { show, wrongType } from "../errors/wrong.js";
import { Matrix } from "../matrix/matrix.js";
import type { Checkpoint } from "./checkpoint.js";
import { contentsOf, VERSION } from "./contents.js";
import { NUMBER_TYPES } from "./number-types.js";
import { parseJSON } from "./parse-json.js";
import { isCounter, readHeader, type TensorInfo } from "./safetensors-header.js";
import { reordered, tensorName } from "./tensor-layout.js";

const NAME = "fromSafetensors";

/**
 * The checkpoint in the bytes of a safetensors file: one that {@link toSafetensors} made, with the same bits,
 * or weights that PyTorch saved, as float64, float32, float16 or bfloat16. Those keep PyTorch's names, and
 * {@link restore} understands them.
 *
 * @throws TypeError or RangeError if the bytes are not those of such a file. It allocates no more than the
 * numbers in the file need, whatever its header says.
 * @see {@link https://github.com/huggingface/safetensors | the format}
 * @example
 * ```ts
 * import {
 *   Dense, fromSafetensors, restore, stateOf, toSafetensors,
 * } from "spiralnet";
 *
 * const model = new Dense(2, 3);
 * const bytes = toSafetensors(stateOf(model));
 * const other = new Dense(2, 3);
 * restore(other, fromSafetensors(bytes));
 * other.weights.value.equals(model.weights.value); // => true
 * fromSafetensors(bytes.subarray(0, 20));
 * // throws RangeError: fromSafetensors: the length of the header is
 * ```
 */
export function fromSafetensors(bytes: Uint8Array): Checkpoint {
  if (typedArrayName(bytes) !== "Uint8Array") wrongType(`${NAME}: bytes`, bytes, "a Uint8Array");
  checkList(`${NAME}: bytes`, bytes, "a Uint8Array");
  const { tensors, metadata = {} } = readHeader(NAME, bytes);
  const { spiralnet: own } = metadata;
  const numbers = tensors.filter((tensor) => !isCounter(tensor));
  const named = new Map(numbers.map((tensor) => [tensor.name, matrixOf(bytes, tensor)]));
  const checkpoint =
    own !== undefined
      ? ownCheckpoint(named, own)
      : { version: VERSION, matrices: Object.fromEntries(named), metadata };
  contentsOf(NAME, checkpoint);
  return checkpoint as Checkpoint;
}

/** A checkpoint from a file that this package wrote: its matrices get their names and their order again. */
function ownCheckpoint(named: Map<string, Matrix>, text: string): object {
  const place = `${NAME}: __metadata__, spiralnet`;
  const { names, ...others } = parseJSON(place, text) as { readonly names?: unknown };
  if (!Array.isArray(names)) wrongType(`${place}: names`, names, "an array");
  const matrices = names.map((name: unknown) => {
    if (typeof name !== "string") wrongType(`${place}: a name`, name, "a string");
    const tensor = named.get(tensorName(name));
    if (tensor === undefined) {
      throw new TypeError(`${place} has the name ${show(name)}; expected a tensor of its own for it`);
    }
    named.delete(tensorName(name));
    return [name, reordered(name, tensor)];
  });
  for (const name of named.keys()) {
    throw new TypeError(`${place} does not name the tensor ${show(name)}; expected each in names`);
  }
  return { ...others, matrices: Object.fromEntries(matrices) };
}

/** A scalar is a matrix of one number, a list a row. */
function matrixOf(bytes: Uint8Array, { dtype, shape, start, end }: TensorInfo): Matrix {
  const { size, read } = NUMBER_TYPES[dtype] as (typeof NUMBER_TYPES)[string];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = new Float64Array((end - start) / size);
  for (let i = 0; i < data.length; i++) data[i] = read(view, start + i * size);
  const [rows, cols] = [1, 1, ...shape].slice(-2) as [number, number];
  return new Matrix(rows, cols, data);
}
