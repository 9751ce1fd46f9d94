import { checkOptions } from "../errors/options.js";
import { PassError } from "../errors/pass-error.js";
import { allFinite } from "../kernels/all-finite.js";
import { checkAllFinite, checkGradient, checkInput } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import { Printable } from "../matrix/printable.js";
import type { RequireEqual } from "../matrix/shape-types.js";
import { named, type Parameter } from "../parameters/parameter.js";
import { checkLayers, checkWidths } from "./chain.js";
import type { Chain, FirstInputs, LastOutputs } from "./chain-types.js";
import type { Layer } from "./layer.js";
import { forgetPass, Memory, passOf } from "./memory.js";
import { Stretches } from "./stretches.js";
import { nameOf, summary } from "./summary.js";

/** What a backward pass through a model returns. */
export interface BackwardOptions {
  /** Whether to compute and return $\partial L / \partial x$ too. */
  readonly inputGradient: true;
}

/**
 * A model whose layers are applied one after the other: $y = f_n(\dots f_2(f_1(x)))$. Made by {@link sequential}.
 *
 * @typeParam In - columns of x
 * @typeParam Out - columns of y
 */
export class Sequential<In extends number = number, Out extends number = number> extends Printable {
  /** The layers, first to last. */
  readonly layers: readonly Layer[];
  /** The parameters of all layers, first to last, each with its layer's position before its name: `0.weights`. */
  readonly parameters: readonly Parameter[];
  /** Columns of x; undefined where any number will do, or no layer declares it. */
  readonly inputs?: In;
  /** Columns of y; undefined where they are those of x, or no layer declares it. */
  readonly outputs?: Out;
  #iteration = 0;
  readonly #stretches: Stretches;
  readonly #pass: Memory<{ readonly shape: readonly [number, number] }> = new Memory(this);

  /** @internal */
  constructor(layers: readonly Layer[]) {
    super();
    checkLayers(layers);
    this.layers = layers;
    this.#stretches = new Stretches(layers);
    this.parameters = layers.flatMap((layer, i) => layer.parameters.map((parameter) => named(parameter, i)));
    const { inputs, outputs } = checkWidths(layers);
    if (inputs !== undefined) this.inputs = inputs as In;
    if (outputs !== undefined) this.outputs = outputs as Out;
  }

  /**
   * A training pass. The result is the caller's; what lies between the layers is used again by the next pass.
   *
   * @throws {@link ShapeError} if x has not the columns the first layer takes; RangeError if it holds NaN or an infinity, or if the
   * training has diverged so far that one comes out, then with the iteration: how many passes there were before
   */
  forward<N extends number, W extends number>(
    x: Matrix<N, W> & RequireEqual<W, In, `x has ${W} columns, the model takes ${In}`>,
  ): Matrix<N, Out> {
    checkInput("Sequential.forward", x, this.inputs);
    this.#pass.forget();
    const result = this.#iterate(x);
    const pass = { shape: result.shape };
    for (const layer of this.layers) passOf.set(layer, pass);
    this.#pass.keep(pass);
    this.#iteration++;
    return result as Matrix<N, Out>;
  }

  /**
   * Inference: remembers nothing and disturbs no training pass. Throws as `forward` does.
   *
   * @example
   * ```ts
   * import { Dense, Matrix, ReLU, sequential } from "spiralnet";
   *
   * const model = sequential(new Dense(2, 100), new ReLU(), new Dense(100, 3));
   * model.predict(Matrix.zeros(300, 2)).shape; // => [300, 3]
   * ```
   */
  predict<N extends number, W extends number>(
    x: Matrix<N, W> & RequireEqual<W, In, `x has ${W} columns, the model takes ${In}`>,
  ): Matrix<N, Out> {
    checkInput("Sequential.predict", x, this.inputs);
    return this.#through("predict", x) as Matrix<N, Out>;
  }

  /**
   * Takes $\partial L / \partial y$ back through all layers and writes the gradient of every parameter. The gradient of x, which
   * training has no use for, is computed only where it is asked for.
   *
   * @throws {@link PassError} without a forward pass of this model; {@link ShapeError} if the gradient has not the shape of y
   * @example
   * ```ts
   * import { Dense, Matrix, sequential } from "spiralnet";
   *
   * const model = sequential(new Dense(2, 3));
   * model.forward(Matrix.zeros(5, 2));
   * model.backward(Matrix.full(5, 3, 1), { inputGradient: true }).shape; // => [5, 2]
   * ```
   */
  backward<N extends number, W extends number>(
    gradient: Matrix<N, W> & RequireEqual<W, Out, `the gradient has ${W} columns, the model gives ${Out}`>,
  ): void;
  backward<N extends number, W extends number>(
    gradient: Matrix<N, W> & RequireEqual<W, Out, `the gradient has ${W} columns, the model gives ${Out}`>,
    options: BackwardOptions,
  ): Matrix<N, In>;
  backward(gradient: Matrix, options: Partial<BackwardOptions> = {}): Matrix | undefined {
    checkOptions("Sequential.backward", options, ["inputGradient"]);
    this.#checkPass(gradient);
    this.#pass.forget();
    return this.#stretches.backward(gradient, options.inputGradient === true, this.inputs);
  }

  /**
   * The layers, their widths and how many parameters they have. `console.log` in Node prints it too.
   *
   * @example
   * ```ts
   * import { Dense, ReLU, sequential } from "spiralnet";
   *
   * const lines = String(sequential(new Dense(2, 100), new ReLU(), new Dense(100, 3))).split("\n");
   * lines[0]; // => "Sequential, 603 parameters"
   * lines[1]; // => "  0  Dense  2 -> 100  300 parameters"
   * ```
   */
  toString(): string {
    return summary(this.layers);
  }

  #iterate(x: Matrix): Matrix {
    try {
      return this.#through("forward", x);
    } catch (error) {
      // What lies between the layers may have been written over: none of them can go back.
      this.layers.forEach(forgetPass);
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError(`iteration ${this.#iteration}: ${error.message}`, { cause: error });
    }
  }

  #through(pass: "forward" | "predict", x: Matrix): Matrix {
    const result = this.#stretches[pass](x, this.outputs);
    if (!allFinite(result.data)) {
      // Layer by layer, each of which checks what it is given: for a message that says where it began.
      this.layers.reduce((given, layer) => layer[pass](given), x);
      checkAllFinite(`Sequential.${pass}`, "the result", result);
    }
    return result;
  }

  #checkPass(gradient: Matrix): void {
    const pass = this.#pass.recall("Sequential.backward");
    checkGradient("Sequential.backward", gradient, pass.shape);
    this.layers.forEach((layer, i) => {
      if (passOf.get(layer) !== pass) {
        throw new PassError(
          `Sequential.backward: layer ${i} (${nameOf(layer)}) has run another pass since; call forward again`,
        );
      }
    });
  }
}

/**
 * A model of layers applied one after the other. A layer that does not take what the one before it gives does not compile; where the
 * compiler can't know the widths, this throws. A model among the layers stands for its layers.
 *
 * @throws TypeError if there is no layer, or one stands in two places; {@link ShapeError} if two neighbours don't fit
 * @example
 * ```ts
 * import { Dense, ReLU, sequential } from "spiralnet";
 *
 * const model = sequential(new Dense(2, 100), new ReLU(), new Dense(100, 3));
 * model.parameters.map(({ name }) => name); // => ["0.weights", "0.biases", "2.weights", "2.biases"]
 * ```
 */
export function sequential<Layers extends readonly (Layer | Sequential)[]>(
  ...layers: Layers extends Chain<Layers> ? Layers : Chain<Layers>
): Sequential<FirstInputs<Layers>, LastOutputs<Layers>> {
  const parts = layers as readonly (Layer | Sequential)[];
  return new Sequential(parts.flatMap((part) => (part instanceof Sequential ? part.layers : [part])));
}
