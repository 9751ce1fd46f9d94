import type { DataSetup, ModelSetup, TrainingSetup } from "./setup.js";

/** What each choice of a setup may be, in the order in which a page offers it. */
export const CHOICES = {
  kind: all<DataSetup["kind"]>({ spiral: 0, moons: 0, circles: 0, blobs: 0, xor: 0, own: 0 }),
  activation: all<ModelSetup["activation"]>({
    ReLU: 0,
    LeakyReLU: 0,
    ELU: 0,
    GELU: 0,
    SiLU: 0,
    Softplus: 0,
    Sigmoid: 0,
    Tanh: 0,
  }),
  weights: all<ModelSetup["weights"]>({
    normal: 0,
    heNormal: 0,
    heUniform: 0,
    glorotNormal: 0,
    glorotUniform: 0,
    lecunNormal: 0,
    orthogonal: 0,
  }),
  normalization: all<ModelSetup["normalization"]>({ none: 0, BatchNorm: 0, LayerNorm: 0 }),
  optimizer: all<TrainingSetup["optimizer"]>({
    SGD: 0,
    momentum: 0,
    Nesterov: 0,
    RMSProp: 0,
    Adagrad: 0,
    Adam: 0,
    AdamW: 0,
  }),
  schedule: all<TrainingSetup["schedule"]>({
    constant: 0,
    stepDecay: 0,
    exponentialDecay: 0,
    cosine: 0,
    linearWarmup: 0,
    oneCycle: 0,
  }),
} as const;

/** The names of a union. That they are keys makes the compiler find one that is missing. */
function all<Name extends string>(names: Readonly<Record<Name, 0>>): readonly Name[] {
  return Object.keys(names) as Name[];
}
