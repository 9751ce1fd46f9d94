import type { Setup } from "./setup.js";

/** A setup that shows something. A page has words for each. */
export type PresetId =
  | "caseStudy"
  | "linear"
  | "deepSigmoid"
  | "highLearningRate"
  | "overfitting"
  | "overfittingCured"
  | "xor";

/** The two-layer network of the published case study, to the last bit. */
const caseStudy: Setup = {
  seed: 0,
  skipped: 324,
  data: { kind: "spiral", classes: 3, pointsPerClass: 100, noise: 0.2, testShare: 0, own: [] },
  model: {
    hidden: [100],
    activation: "ReLU",
    weights: "normal",
    deviation: 0.01,
    normalization: "none",
    dropout: 0,
  },
  training: {
    optimizer: "SGD",
    learningRate: 1,
    schedule: "constant",
    scheduleSteps: 10_000,
    batchSize: 0,
    l1: 0,
    l2: 0.001,
  },
};

/** Few points with much noise, half of them unseen: what a large network learns of them by heart. */
const overfitting: Setup = {
  seed: 0,
  skipped: 0,
  data: { kind: "spiral", classes: 3, pointsPerClass: 60, noise: 0.6, testShare: 0.5, own: [] },
  model: { ...caseStudy.model, hidden: [100, 100], weights: "heNormal" },
  training: { ...caseStudy.training, optimizer: "Adam", learningRate: 0.003, l2: 0 },
};

export const PRESETS: Readonly<Record<PresetId, Setup>> = {
  caseStudy,
  linear: { ...caseStudy, skipped: 318, model: { ...caseStudy.model, hidden: [] } },
  deepSigmoid: {
    ...caseStudy,
    seed: 1,
    skipped: 0,
    model: { ...caseStudy.model, hidden: [32, 32, 32, 32, 32, 32], activation: "Sigmoid", deviation: 10 },
    training: { ...caseStudy.training, l2: 0 },
  },
  highLearningRate: {
    ...caseStudy,
    skipped: 0,
    model: { ...caseStudy.model, hidden: [50, 50, 50, 50, 50, 50], weights: "heNormal" },
    training: { ...caseStudy.training, learningRate: 10 },
  },
  overfitting,
  overfittingCured: { ...overfitting, training: { ...overfitting.training, l2: 0.005 } },
  xor: {
    seed: 0,
    skipped: 0,
    data: { kind: "xor", classes: 2, pointsPerClass: 60, noise: 0.1, testShare: 0, own: [] },
    model: { ...caseStudy.model, hidden: [4], activation: "Tanh", weights: "glorotNormal" },
    training: { ...caseStudy.training, optimizer: "Adam", learningRate: 0.03, l2: 0 },
  },
};

/** What the page opens with, and what a link means where it says nothing else. */
export const DEFAULT: Setup = caseStudy;
