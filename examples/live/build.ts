import { Dense, Dropout, type Layer, RandomState, Sequential } from "spiralnet";
import { ACTIVATIONS, INITIALIZERS, NORMALIZATIONS } from "./parts.js";
import { pointsOf, type SplitPoints } from "./points.js";
import type { ModelSetup, Setup } from "./setup.js";

/** What a setup starts with. */
export interface Built extends SplitPoints {
  readonly model: Sequential<2>;
  /** What batches and dropped units are drawn from. */
  readonly random: RandomState;
}

/**
 * Points and a model with its initial weights. The points have a generator of their own, so the weights don't
 * depend on them. The model's generator draws, in this order, the normals to skip, the weights of each layer,
 * and then, while it is trained, the order of an epoch's batches and the units that Dropout drops.
 */
export function build(setup: Setup): Built {
  const random = new RandomState(setup.seed);
  random.randn(setup.skipped);
  return { ...pointsOf(setup), model: modelOf(setup.model, setup.data.classes, random), random };
}

function modelOf(setup: ModelSetup, classes: number, random: RandomState): Sequential<2> {
  const { hidden, activation, normalization, dropout } = setup;
  const weights = INITIALIZERS[setup.weights](setup.deviation);
  const layers: Layer[] = hidden.flatMap((units, i) => [
    new Dense(hidden[i - 1] ?? 2, units, { weights, random }),
    ...NORMALIZATIONS[normalization](units),
    ACTIVATIONS[activation](),
    ...(dropout > 0 ? [new Dropout(dropout, { random })] : []),
  ]);
  return new Sequential([...layers, new Dense(hidden.at(-1) ?? 2, classes, { weights, random })]);
}
