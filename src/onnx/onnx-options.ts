/** How a model is written as an ONNX file. */
export interface OnnxOptions {
  /** The type of all numbers; "float32" if not given, the one that every runtime has kernels for. */
  readonly dtype?: "float32" | "float64" | undefined;
  /** What the file calls x; "x" if not given. */
  readonly inputName?: string | undefined;
  /** What the file calls the result; "scores" if not given, or "probabilities" with `softmax`. */
  readonly outputName?: string | undefined;
  /** Whether the softmax of each row of the result follows the model; false if not given. */
  readonly softmax?: boolean | undefined;
}
