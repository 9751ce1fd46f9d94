/** A point of the plane and its class. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

/** The points to learn from. */
export interface DataSetup {
  readonly kind: "spiral" | "moons" | "circles" | "blobs" | "xor" | "own";
  /** How many classes, 2 to 8; always 2 for moons, circles and xor. */
  readonly classes: number;
  readonly pointsPerClass: number;
  /**
   * How far points are from where they would be without it: a standard deviation, of the angle in radians for
   * "spiral", else of each coordinate.
   */
  readonly noise: number;
  /** The share of the points that training does not see, 0 to 0.5. */
  readonly testShare: number;
  /** The points, if `kind` is "own". */
  readonly own: readonly Point[];
}

/** The network: Dense, normalization, activation and dropout for each hidden layer, and a last Dense. */
export interface ModelSetup {
  /** Units of each hidden layer; none for a linear classifier. */
  readonly hidden: readonly number[];
  readonly activation: "ReLU" | "LeakyReLU" | "ELU" | "GELU" | "SiLU" | "Softplus" | "Sigmoid" | "Tanh";
  readonly weights:
    | "normal"
    | "heNormal"
    | "heUniform"
    | "glorotNormal"
    | "glorotUniform"
    | "lecunNormal"
    | "orthogonal";
  /** The standard deviation, if `weights` is "normal". */
  readonly deviation: number;
  readonly normalization: "none" | "BatchNorm" | "LayerNorm";
  /** The share of units that each training pass drops; 0 for no Dropout layers. */
  readonly dropout: number;
}

/** How the network learns. All of it may change during training, without a reset. */
export interface TrainingSetup {
  readonly optimizer: "SGD" | "momentum" | "Nesterov" | "RMSProp" | "Adagrad" | "Adam" | "AdamW";
  readonly learningRate: number;
  readonly schedule: "constant" | "stepDecay" | "exponentialDecay" | "cosine" | "linearWarmup" | "oneCycle";
  /** The steps that the schedule is made for. */
  readonly scheduleSteps: number;
  /** Examples a step; 0 for all. */
  readonly batchSize: number;
  readonly l1: number;
  /** λ of the penalty ½ λ Σ W²; with AdamW the weight decay that it applies itself. */
  readonly l2: number;
}

/** All that decides a run: the same setup gives the same numbers, in the page, from a link and in Node. */
export interface Setup {
  /** Of two generators: one makes the points, the other weights, batches and dropped units. */
  readonly seed: number;
  /** How many normals the second one drops first: 324 for the weights of the published case study, else 0. */
  readonly skipped: number;
  readonly data: DataSetup;
  readonly model: ModelSetup;
  readonly training: TrainingSetup;
}
