import type { Matrix } from "../matrix/matrix.js";
import type { FirstInputs, LastOutputs, RequireChain } from "./chain-types.js";
import { checkWidths } from "./check-layers.js";
import { Container } from "./container.js";
import type { Computed, Layer, Pass } from "./layer.js";
import { summary } from "./summary.js";

/**
 * A model whose layers are applied one after the other: y = fₙ(… f₂(f₁(x))). Made by {@link sequential}.
 *
 * @typeParam In - columns of x
 * @typeParam Out - columns of y
 */
export class Sequential<In extends number = number, Out extends number = number> extends Container<In, Out> {
  override readonly name: string = "Sequential";
  override readonly inputs: In | undefined;
  override readonly outputs: Out | undefined;
  override readonly elementwise: true | undefined;

  /**
   * Prefer {@link sequential}, which knows the widths in the types.
   *
   * @throws TypeError if there is no layer; ShapeError if two neighbours don't fit
   * @example
   * ```ts
   * import { Dense, type Layer, Matrix, Sequential } from "spiralnet";
   *
   * const layers: Layer[] = [2, 3].map(
   *   (outputs, i) => new Dense(i + 1, outputs) as Layer,
   * );
   * new Sequential(layers).predict(Matrix.zeros(5, 1)).shape; // => [5, 3]
   * ```
   */
  constructor(layers: readonly Layer[]) {
    super(layers);
    const { inputs, outputs } = checkWidths(new.target.name, layers);
    this.inputs = inputs as In | undefined;
    this.outputs = outputs as Out | undefined;
    this.elementwise = layers.every(({ elementwise }) => elementwise) ? true : undefined;
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    let y = x;
    const ways: Computed[] = [];
    for (const layer of this.layers) {
      const computed = pass.run(layer, y);
      ways.push(computed);
      y = computed.y;
    }
    return {
      y,
      back: (gradient, needed) => {
        // Nobody needs what is below the first layer with parameters, unless dL/dx is needed.
        const learning = this.layers.findIndex(({ parameters }) => parameters.length > 0);
        const first = needed ? 0 : learning;
        if (first < 0) return undefined;
        let flowing: Matrix | undefined = gradient;
        for (const [i, way] of [...ways.entries()].slice(first).reverse()) {
          flowing = way.back(flowing as Matrix, needed || i > first);
        }
        return flowing;
      },
    };
  }

  /**
   * The layers, their widths and how many parameters they have. `console.log` in Node prints it too.
   *
   * @example
   * ```ts
   * import { Dense, ReLU, sequential } from "spiralnet";
   *
   * const lines = String(
   *   sequential(new Dense(2, 100), new ReLU(), new Dense(100, 3)),
   * ).split("\n");
   * lines[0]; // => "Sequential, 603 parameters"
   * lines[1]; // => "  0  Dense  2 -> 100  300 parameters"
   * ```
   */
  override toString(): string {
    return summary(this);
  }
}

/**
 * A model of layers applied one after the other. A layer that does not take what the one before it gives does
 * not compile; if the compiler can't know the widths, this throws. A model is a layer, so it may be part of
 * another one; a layer may stand in several places, which then share its parameters.
 *
 * @throws TypeError if there is no layer, or something else is among them; ShapeError if two neighbours don't
 * fit
 * @example
 * ```ts
 * import { Dense, ReLU, sequential } from "spiralnet";
 *
 * const model = sequential(new Dense(2, 100), new ReLU(), new Dense(100, 3));
 * model.parameters.map(({ name }) => name);
 * // => ["0.weights", "0.biases", "2.weights", "2.biases"]
 * ```
 */
export function sequential<Layers extends readonly Layer[]>(
  ...layers: Layers extends RequireChain<Layers> ? Layers : RequireChain<Layers>
): Sequential<FirstInputs<Layers>, LastOutputs<Layers>> {
  return new Sequential(layers as unknown as readonly Layer[]);
}
