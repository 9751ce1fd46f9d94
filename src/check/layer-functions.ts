import type { Matrix } from "../index.js";

/**
 * A layer in the function form that cs231n's assignments ask for.
 *
 * @typeParam Cache - what `forward` keeps for `backward`
 */
export interface LayerFunctions<Cache = unknown> {
  /** The result of x with these parameters, in the order of the layer that it should be like. */
  forward(x: Matrix, ...parameters: Matrix[]): readonly [out: Matrix, cache: Cache];
  /** dL/dx and the gradient of each parameter, from dL/dout. */
  backward(dout: Matrix, cache: Cache): readonly Matrix[];
  /** The result in inference. Without it, inference is not compared. */
  predict?(x: Matrix, ...parameters: Matrix[]): Matrix;
}
