import type { Layer, Matrix, Parameter } from "../index.js";
import { calling } from "./fact.js";
import { Probe } from "./probe.js";
import type { Subject } from "./subject.js";

/** A layer whose parameters and state stand in the order and under the names of another. */
export function layerSubject(
  layer: Layer,
  parameters: readonly Parameter[],
  state: Layer["state"],
  inputGradient: boolean,
): Subject {
  return {
    values: parameters.map(({ value }) => value),
    state,
    run(x, other) {
      const probe = new Probe(layer, other);
      const y = calling("forward", () => probe.forward(x));
      x.data.set((probe.x as Matrix).data);
      return {
        y,
        back(dy) {
          const dx = calling("backward", () => probe.backward(dy, { inputGradient }));
          dy.data.set((probe.gradient as Matrix).data);
          return [dx, ...parameters.map(({ gradient }) => gradient.copy())];
        },
      };
    },
    predict: (x) => calling("predict", () => new Probe(layer).predict(x)),
  };
}
