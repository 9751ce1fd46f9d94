import {
  Adagrad,
  Adam,
  AdamW,
  BatchNorm,
  cosine,
  ELU,
  ElasticNet,
  exponentialDecay,
  GELU,
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  type Initializer,
  L1,
  L2,
  type Layer,
  LayerNorm,
  LeakyReLU,
  lecunNormal,
  linearWarmup,
  normal,
  type Optimizer,
  oneCycle,
  orthogonal,
  type Parameter,
  type Regularizer,
  ReLU,
  RMSProp,
  type Schedule,
  SGD,
  Sigmoid,
  SiLU,
  Softplus,
  stepDecay,
  Tanh,
} from "spiralnet";
import type { ModelSetup, TrainingSetup } from "./setup.js";

/** The library's part for each choice of a setup. program.ts writes the same calls as text. */

export const ACTIVATIONS: Readonly<Record<ModelSetup["activation"], () => Layer>> = {
  ReLU: () => new ReLU(),
  LeakyReLU: () => new LeakyReLU(),
  ELU: () => new ELU(),
  GELU: () => new GELU(),
  SiLU: () => new SiLU(),
  Softplus: () => new Softplus(),
  Sigmoid: () => new Sigmoid(),
  Tanh: () => new Tanh(),
};

export const NORMALIZATIONS: Readonly<Record<ModelSetup["normalization"], (width: number) => Layer[]>> = {
  none: () => [],
  BatchNorm: (width) => [new BatchNorm(width)],
  LayerNorm: (width) => [new LayerNorm(width)],
};

export const INITIALIZERS: Readonly<Record<ModelSetup["weights"], (deviation: number) => Initializer>> = {
  normal,
  heNormal: () => heNormal,
  heUniform: () => heUniform,
  glorotNormal: () => glorotNormal,
  glorotUniform: () => glorotUniform,
  lecunNormal: () => lecunNormal,
  orthogonal: () => orthogonal(),
};

/** The momentum of the optimizers named for it. */
export const MOMENTUM = 0.9;

export const OPTIMIZERS: Readonly<
  Record<
    TrainingSetup["optimizer"],
    (parameters: readonly Parameter[], learningRate: number, decay: number) => Optimizer
  >
> = {
  SGD: (parameters, learningRate) => new SGD(parameters, { learningRate }),
  momentum: (parameters, learningRate) => new SGD(parameters, { learningRate, momentum: MOMENTUM }),
  Nesterov: (parameters, learningRate) =>
    new SGD(parameters, { learningRate, momentum: MOMENTUM, nesterov: true }),
  RMSProp: (parameters, learningRate) => new RMSProp(parameters, { learningRate }),
  Adagrad: (parameters, learningRate) => new Adagrad(parameters, { learningRate }),
  Adam: (parameters, learningRate) => new Adam(parameters, { learningRate }),
  AdamW: (parameters, learningRate, weightDecay) =>
    new AdamW(parameters, { learningRate, weightDecay, decayBiases: false }),
};

/** The penalty of a setup; none if it has no strength, or if the optimizer takes care of it. */
export function regularizersOf(training: TrainingSetup): Regularizer[] {
  const { l1, l2 } = penaltiesOf(training);
  if (l1 > 0 && l2 > 0) return [new ElasticNet({ l1, l2 })];
  if (l1 > 0) return [new L1(l1)];
  return l2 > 0 ? [new L2(l2)] : [];
}

/** The strengths of the penalties that are added to the loss. */
export function penaltiesOf({ optimizer, l1, l2 }: TrainingSetup): { l1: number; l2: number } {
  return { l1, l2: optimizer === "AdamW" ? 0 : l2 };
}

/** The learning rate of each step; undefined if it stays what it is. */
export function scheduleOf({
  schedule,
  learningRate,
  scheduleSteps: steps,
}: TrainingSetup): Schedule | undefined {
  switch (schedule) {
    case "constant":
      return undefined;
    case "stepDecay":
      return stepDecay(learningRate, { every: partOf(steps, 3) });
    case "exponentialDecay":
      return exponentialDecay(learningRate, { factor: 0.01, every: steps });
    case "cosine":
      return cosine(learningRate, { steps });
    case "linearWarmup":
      return linearWarmup(learningRate, { steps: partOf(steps, 10) });
    case "oneCycle":
      return oneCycle(learningRate, { steps });
  }
}

/** A third or a tenth of the steps, and at least one. */
export function partOf(steps: number, parts: number): number {
  return Math.ceil(steps / parts);
}
