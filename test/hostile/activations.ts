import { ELU, GELU, type Layer, LeakyReLU, type Matrix, SiLU, Softmax, Softplus } from "spiralnet";
import { matrix, noOptions } from "../support/hostile-values.js";
import type { Entry } from "../support/test-hostile-values.js";
import { passesOf } from "./layers.js";

/** What a layer makes of a matrix, and takes back. */
function runOf(layer: Layer): Matrix[] {
  return [layer.forward(matrix()), layer.backward(matrix(), { inputGradient: true })];
}

export const activations: readonly Entry[] = [
  ...passesOf("LeakyReLU", () => new LeakyReLU()),
  ...passesOf("ELU", () => new ELU()),
  ...passesOf("GELU", () => new GELU()),
  ...passesOf("SiLU", () => new SiLU()),
  ...passesOf("Softplus", () => new Softplus()),
  ...passesOf("Softmax", () => new Softmax()),
  {
    name: "new LeakyReLU",
    call: (_random, slope) => runOf(new LeakyReLU(slope)),
    arguments: [["negativeSlope", () => 0.1, ["undefined", "0.5", "2 ** 40", "2 ** 53"]]],
  },
  {
    name: "new ELU",
    call: (_random, alpha) => runOf(new ELU(alpha)),
    arguments: [["alpha", () => 1, ["undefined", "0.5", "2 ** 40", "2 ** 53"]]],
  },
  {
    name: "new Softplus",
    call: (_random, beta) => runOf(new Softplus(beta)),
    arguments: [["beta", () => 2, ["undefined", "0.5", "2 ** 40", "2 ** 53"]]],
  },
  {
    name: "new GELU",
    call: (_random, options) => runOf(new GELU(options)),
    arguments: [["options", () => ({ approximate: "tanh" }), noOptions]],
  },
  {
    name: "new GELU with a form",
    call: (_random, approximate) => runOf(new GELU({ approximate })),
    arguments: [["approximate", () => "none", ["undefined"]]],
  },
];
