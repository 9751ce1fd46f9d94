import type { Matrix } from "../matrix/matrix.js";
import { type Parameter, renamed } from "../parameters/parameter.js";
import type { RandomState } from "../random/random-state.js";
import { checkLayers } from "./check-layers.js";
import { Layer } from "./layer.js";

/**
 * A layer made of layers. It has their parameters and their state, each with its layer's position before its
 * name (`0.weights`). A class that extends it says in `compute` how they are run.
 *
 * @example
 * ```ts
 * import {
 *   type Computed, Container, type Layer, type Matrix, type Pass,
 * } from "spiralnet";
 * import { Dense, gradientCheck, RandomState } from "spiralnet";
 *
 * class Halved extends Container<number, number, readonly [Layer]> {
 *   protected override compute(x: Matrix, pass: Pass): Computed {
 *     const { y, back } = pass.run(this.layers[0], x);
 *     return {
 *       y: y.divide(2),
 *       back: (gradient, needed) => back(gradient.divide(2), needed),
 *     };
 *   }
 * }
 * gradientCheck(new Halved([new Dense(3, 3)]), new RandomState(0).randn(4, 3))
 *   .passed; // => true
 * ```
 */
export abstract class Container<
  In extends number = number,
  Out extends number = number,
  Layers extends readonly Layer[] = readonly Layer[],
> extends Layer<In, Out> {
  override readonly layers: Layers;
  override readonly parameters: readonly Parameter[];
  override readonly state: Readonly<Record<string, Matrix | RandomState>>;
  override readonly rowwise: boolean;

  /** @throws TypeError if there is no layer, or something else is among them */
  constructor(layers: Layers) {
    super();
    checkLayers(new.target.name, layers);
    this.layers = Object.freeze([...layers]) as unknown as Layers;
    this.parameters = Object.freeze(parametersOf(layers));
    this.state = Object.freeze(stateOf(layers));
    this.rowwise = layers.every((layer) => layer.rowwise);
  }
}

/** The parameters of all layers. One that several layers share is listed once, under its first name. */
function parametersOf(layers: readonly Layer[]): Parameter[] {
  const found = new Map<Float64Array, Parameter>();
  layers.forEach((layer, i) => {
    for (const parameter of layer.parameters) {
      const { data } = parameter.value;
      if (!found.has(data)) found.set(data, renamed(parameter, `${i}.${parameter.name}`));
    }
  });
  return [...found.values()];
}

/** The state of all layers. What several layers share is listed once, under its first name. */
function stateOf(layers: readonly Layer[]): Record<string, Matrix | RandomState> {
  const found = new Map<Matrix | RandomState, string>();
  layers.forEach((layer, i) => {
    for (const [name, item] of Object.entries(layer.state)) {
      if (!found.has(item)) found.set(item, `${i}.${name}`);
    }
  });
  return Object.fromEntries([...found].map(([item, name]) => [name, item]));
}
