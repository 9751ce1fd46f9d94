import type { Layer, Matrix } from "../index.js";

/** A constant of an operator, with its type: ONNX tells 1 from 1.0. */
export type OnnxAttribute =
  | {
      /** A float32, whatever the type of the model's numbers. */
      readonly float: number;
    }
  | {
      /** An int64. */
      readonly int: number;
    }
  | {
      /** A text. */
      readonly string: string;
    }
  | {
      /** A list of float32. */
      readonly floats: readonly number[];
    }
  | {
      /** A list of int64. */
      readonly ints: readonly number[];
    };

/**
 * The part of an ONNX file that belongs to one layer. The layer adds its operators and numbers to it.
 *
 * Everything in it has a name, which the methods return: of a constant, or of a node's result. Names begin
 * with the layer's place in the model, such as `0.weights`.
 */
export interface OnnxGraph {
  /** What an error calls the layer, such as `toOnnx: layer 2.0 (GELU)`. */
  readonly place: string;

  /** The type of x, of each result and of each `constant`. */
  readonly dtype: "float32" | "float64";

  /**
   * Adds an {@link https://onnx.ai/onnx/operators/ | operator} of opset 17 and returns the name of its first
   * result.
   *
   * @param opType - the operator, such as `"MatMul"`
   * @param inputs - the names of what it takes, in its order; `""` for one that is left out
   * @param attributes - its constants, such as `{ axis: { int: -1 } }`
   * @throws TypeError if an input is no name of this file, an attribute is none, or onnxruntime has no such
   * operator for `dtype`; RangeError if an attribute's number is no float32
   */
  node(
    opType: string,
    inputs: readonly string[],
    attributes?: Readonly<Record<string, OnnxAttribute>>,
  ): string;

  /**
   * Adds numbers of the type `dtype`, as they are now, and returns their name.
   *
   * @param name - what to call them, such as `"weights"`
   * @param value - a matrix, or one number, whose shape is `[]`
   * @param shape - their shape, if not the rows and columns of the matrix
   * @throws RangeError if a number is not finite or too large for `dtype`, or stands alone and is too small;
   * TypeError if the value or the shape is none
   */
  constant(name: string, value: Matrix | number, shape?: readonly number[]): string;

  /**
   * Adds a list of int64, which operators take for shapes and axes, and returns its name.
   *
   * @throws TypeError or RangeError if they are not integers
   */
  integers(name: string, values: readonly number[]): string;

  /**
   * Adds the operators of a layer within this one and returns the name of its result.
   *
   * @param input - the name of what it takes
   * @throws TypeError if the layer has no operator
   */
  layer(layer: Layer, input: string): string;
}
