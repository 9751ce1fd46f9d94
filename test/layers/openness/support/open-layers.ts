import {
  BatchNorm,
  Dense,
  Dropout,
  type Layer,
  LayerNorm,
  parameter,
  RandomState,
  Residual,
  type Sequential,
  sequential,
  Tanh,
} from "spiralnet";
import { Conv2D } from "./conv2d.js";
import { Difference } from "./difference.js";
import { FrozenModel } from "./frozen-model.js";
import { Linear } from "./linear.js";
import { Noise } from "./noise.js";
import { RNN } from "./rnn.js";

/** A layer, and how to make one. */
export interface OpenLayer {
  readonly name: string;
  /** A layer with random parameters; equal seeds give equal layers. */
  readonly make: (random: RandomState) => Layer;
  readonly inputs: number;
  readonly outputs: number;
}

/** Layers that do more than one formula: some of the library, the others written with its public API alone. */
export const openLayers: readonly OpenLayer[] = [
  { name: "Dropout", make: (random) => new Dropout(0.4, { random }), inputs: 5, outputs: 5 },
  { name: "BatchNorm", make: (random) => randomized(new BatchNorm(4), random), inputs: 4, outputs: 4 },
  { name: "LayerNorm", make: (random) => randomized(new LayerNorm(5), random), inputs: 5, outputs: 5 },
  {
    name: "Residual",
    make: (random) => new Residual(new Dense(3, 4, { random }), new Tanh(), new Dense(4, 3, { random })),
    inputs: 3,
    outputs: 3,
  },
  { name: "Noise", make: (random) => new Noise(random), inputs: 3, outputs: 3 },
  {
    name: "Conv2D",
    make: (random) =>
      randomized(new Conv2D({ height: 4, width: 3, channels: 2, filters: 3, size: 2 }), random),
    inputs: 24,
    outputs: 18,
  },
  {
    name: "RNN",
    make: (random) => randomized(new RNN({ steps: 4, features: 2, hidden: 3 }), random),
    inputs: 8,
    outputs: 12,
  },
  { name: "two layers with one weight", make: makeAutoencoder, inputs: 4, outputs: 4 },
  {
    name: "a layer in two places",
    make(random) {
      const twice = new Dense(3, 3, { random });
      return sequential(twice, new Tanh(), twice);
    },
    inputs: 3,
    outputs: 3,
  },
  {
    name: "a layer that runs a model twice",
    make: (random) => new Difference(makeModel(random)),
    inputs: 6,
    outputs: 2,
  },
  {
    name: "a layer around a model of its own",
    make: (random) => new FrozenModel(makeModel(random)),
    inputs: 3,
    outputs: 2,
  },
];

/** An autoencoder whose decoder has the weights of its encoder: Y = tanh(XW) Wᵀ. */
function makeAutoencoder(random: RandomState): Sequential {
  const weights = parameter("weights", random.randn(4, 2), "weight");
  return sequential(new Linear(weights), new Tanh(), new Linear(weights, true));
}

function makeModel(random: RandomState): Sequential {
  return sequential(new Dense(3, 4, { random }), new Tanh(), new Dense(4, 2, { random }));
}

/** The same layer, all its parameters random: zeros and ones would hide mistakes. */
function randomized<L extends Layer>(layer: L, random: RandomState): L {
  for (const parameter of layer.parameters) {
    parameter.value = random.randn(...parameter.value.shape).multiply(0.7);
  }
  return layer;
}

/** A model with the layer between two of ours. */
export function between({ make, inputs, outputs }: OpenLayer, seed: number): Sequential {
  const random = new RandomState(seed);
  return sequential(new Dense(3, inputs, { random }), make(random), new Dense(outputs, 2, { random }));
}
