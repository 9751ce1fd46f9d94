import { checkOptions } from "../errors/options.js";
import { shortened, show, wrongType } from "../errors/wrong.js";
import type { Matrix } from "../matrix/matrix.js";
import { allocated } from "../matrix/memory.js";
import { placeOf } from "../matrix/place-of.js";
import type { Checkpoint } from "./checkpoint.js";
import { contentsOf } from "./contents.js";
import { PREFIX } from "./safetensors-header.js";
import { reordered, tensorName, tensorShape } from "./tensor-layout.js";

/** How to write a safetensors file. */
export interface SafetensorsOptions {
  /** The type of its numbers; `"float64"` if not given. A float32 takes half of the bytes and rounds. */
  readonly dtype?: "float64" | "float32" | undefined;
}

/**
 * A checkpoint as the bytes of a safetensors file. {@link fromSafetensors} reads them, with the same bits in
 * float64, and so do programs in other languages.
 *
 * The parts of a model get PyTorch's names and layout: `0.weights` of a Dense layer, inputs x outputs, becomes
 * `0.weight`, outputs x inputs; `biases` become `bias` with one dimension; `scale` and `shift` become `weight`
 * and `bias`; `means` and `variances` become `running_mean` and `running_var`. So
 * `module.load_state_dict(load_file("model.safetensors"))` loads them into the `torch.nn.Sequential` of the
 * same layers if the checkpoint holds the model alone, and with `strict=False` if it holds more. What is not a
 * matrix stands in the file's metadata.
 *
 * @throws TypeError if an argument is not of its kind, or two matrices have one name in PyTorch; RangeError if
 * a number is too large for float32
 * @see {@link https://github.com/huggingface/safetensors | the format}
 * @example
 * ```ts
 * import { Dense, ReLU, sequential, stateOf, toSafetensors } from "spiralnet";
 *
 * const model = sequential(new Dense(2, 100), new ReLU(), new Dense(100, 3));
 * const bytes = toSafetensors(stateOf(model), { dtype: "float32" });
 * bytes.length > 603 * 4; // => true
 * ```
 */
export function toSafetensors(
  checkpoint: Checkpoint,
  options: SafetensorsOptions = {},
): Uint8Array<ArrayBuffer> {
  checkOptions("toSafetensors", options, ["dtype"]);
  const { dtype = "float64" } = options;
  if (dtype !== "float64" && dtype !== "float32") {
    wrongType("toSafetensors: dtype", dtype, '"float64" or "float32"');
  }
  contentsOf("toSafetensors", checkpoint);
  const { matrices, ...others } = checkpoint;
  const size = dtype === "float64" ? 8 : 4;
  const entries = Object.entries(matrices);
  const infos = new Map<string, object>();
  let end = 0;
  for (const [name, matrix] of entries) {
    const tensor = tensorName(name);
    if (infos.has(tensor) || tensor === "__metadata__") {
      throw new TypeError(
        `toSafetensors: ${shortened(name)} would be ${show(tensor)} in the file, which is taken; expected another name`,
      );
    }
    const start = end;
    end += matrix.data.length * size;
    const code = dtype === "float64" ? "F64" : "F32";
    infos.set(tensor, { dtype: code, shape: tensorShape(name, matrix), data_offsets: [start, end] });
  }
  const own = JSON.stringify({ names: Object.keys(matrices), ...others });
  // PyTorch's own files say "pt", and some programs read no others.
  const header = encodedHeader({
    __metadata__: { format: "pt", spiralnet: own },
    ...Object.fromEntries(infos),
  });

  const length = PREFIX + header.length + end;
  const bytes = allocated("toSafetensors", 1, length, () => new Uint8Array(length));
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, PREFIX);
  let at = PREFIX + header.length;
  for (const [name, matrix] of entries) {
    if (dtype === "float32") checkFloat32(name, matrix);
    for (const value of reordered(name, matrix).data) {
      if (dtype === "float64") view.setFloat64(at, value, true);
      else view.setFloat32(at, value, true);
      at += size;
    }
  }
  return bytes;
}

/** The header as JSON, with spaces behind it, so that the numbers begin at a multiple of 8 bytes. */
function encodedHeader(header: object): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(header));
  const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8).fill(32);
  padded.set(bytes);
  return padded;
}

/** Throws if a finite number would become infinite. */
function checkFloat32(name: string, matrix: Matrix): void {
  const i = matrix.data.findIndex((value) => Number.isFinite(value) && !Number.isFinite(Math.fround(value)));
  if (i < 0) return;
  const place = placeOf(shortened(name), matrix, i);
  throw new RangeError(
    `toSafetensors: ${place} is ${matrix.data[i]}; expected a number that float32 can hold, or dtype "float64"`,
  );
}
