import {
  Activation,
  BatchNorm,
  binaryCrossEntropy,
  type Computed,
  Dense,
  Dropout,
  ELU,
  ElasticNet,
  Embedding,
  GELU,
  type GradientCheckOptions,
  hinge,
  huber,
  L1,
  L2,
  Layer,
  LayerNorm,
  LeakyReLU,
  type Loss,
  type Matrix,
  meanAbsoluteError,
  meanSquaredError,
  parameter,
  RandomState,
  ReLU,
  Residual,
  Sigmoid,
  SiLU,
  Softmax,
  Softplus,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";

/** A layer or loss without a mistake, and where to check it. */
export interface RightSubject {
  readonly name: string;
  readonly subject: Layer | Loss;
  readonly x: Matrix;
  readonly options?: GradientCheckOptions;
}

/** A smooth function with random coefficients. */
class Wave extends Activation {
  private readonly a: number;
  private readonly b: number;

  constructor(random: RandomState) {
    super();
    [this.a, this.b] = [random.randn(), random.randn()];
  }

  protected override f = (x: number): number => this.a * Math.sin(x) + this.b * x * x;
  protected override slope = (x: number): number => this.a * Math.cos(x) + 2 * this.b * x;
}

/** y = x ⊙ s, one factor a column. */
class Scale extends Layer {
  override readonly elementwise = true;
  override readonly parameters;

  constructor(columns: number, random: RandomState) {
    super();
    this.parameters = [parameter("factors", random.randn(1, columns), "weight")] as const;
  }

  protected override compute(x: Matrix): Computed {
    const [{ value: s, gradient: ds }] = this.parameters;
    return {
      y: x.multiply(s),
      back(G) {
        ds.addInPlace(G.multiply(x).sum(0));
        return G.multiply(s);
      },
    };
  }
}

/** Random rows and columns, and what else a subject draws. */
interface Draw {
  readonly random: RandomState;
  readonly rows: number;
  readonly cols: number;
  readonly x: Matrix;
  readonly labels: Int32Array;
}

const flip = (random: RandomState): boolean => random.rand() < 0.5;
const dense = (inputs: number, outputs: number, random: RandomState): Layer =>
  new Dense(inputs, outputs, { random, biases: (rows, cols, draw) => draw.randn(rows, cols) });

function penalty(random: RandomState): L1 | L2 | ElasticNet {
  const kinds = [new L1(0.1), new L2(random.rand()), new ElasticNet({ l1: 0.05, l2: random.rand() })];
  return kinds[random.randint(0, 3)] as L1;
}

function crossEntropy({ labels, random }: Draw): Loss {
  const [classWeights, labelSmoothing] = [[0.5, 1, 2], flip(random) ? 0.1 : 0];
  return (scores) =>
    softmaxCrossEntropy(scores, labels, { labelSmoothing, ...(scores.cols === 3 && { classWeights }) });
}

type Make = (draw: Draw) => Omit<RightSubject, "name" | "x"> & { readonly x?: Matrix };

const layer = (make: (draw: Draw) => Layer): Make => {
  return (draw) => ({
    subject: make(draw),
    ...(flip(draw.random) && { options: { regularizer: penalty(draw.random) } }),
  });
};

const loss = (of: (targets: Matrix, draw: Draw) => Loss): Make => {
  return (draw) => ({ subject: of(draw.random.randn(draw.rows, draw.cols), draw) });
};

const makers: Readonly<Record<string, Make>> = {
  Dense: layer(({ cols, random }) => dense(cols, random.randint(1, 5), random)),
  ReLU: layer(() => new ReLU()),
  LeakyReLU: layer(({ random }) => new LeakyReLU(random.rand())),
  ELU: layer(({ random }) => new ELU(2 * random.rand())),
  GELU: layer(({ random }) => new GELU({ approximate: flip(random) ? "tanh" : "none" })),
  SiLU: layer(() => new SiLU()),
  Softplus: layer(({ random }) => new Softplus(0.5 + random.rand())),
  Sigmoid: layer(() => new Sigmoid()),
  Tanh: layer(() => new Tanh()),
  Softmax: layer(() => new Softmax()),
  BatchNorm: layer(({ cols, random }) => new BatchNorm(cols, { epsilon: flip(random) ? 1e-5 : 1e-2 })),
  LayerNorm: layer(({ cols, random }) => new LayerNorm(cols, { epsilon: flip(random) ? 1e-5 : 1e-2 })),
  Dropout: layer(
    ({ random }) => new Dropout(0.8 * random.rand(), { random: new RandomState(random.randint(0, 99)) }),
  ),
  "a layer of one's own": layer(({ cols, random }) => new Scale(cols, random)),
  "an activation of one's own": layer(({ random }) => new Wave(random)),
  Residual: layer(
    ({ cols, random }) => new Residual(dense(cols, 4, random), new Tanh(), dense(4, cols, random)),
  ),
  Embedding: ({ rows, cols, random }) => ({
    subject: new Embedding(4, 3, { steps: cols, random }),
    x: random.rand(rows, cols).map((u) => Math.floor(4 * u)),
    options: { inputGradient: false, regularizer: penalty(random) },
  }),
  "a classifier": (draw) => ({
    subject: sequential(dense(draw.cols, 4, draw.random), new ReLU(), dense(4, 3, draw.random)),
    options: { loss: crossEntropy(draw), regularizer: penalty(draw.random) },
  }),
  "a deep model": (draw) => {
    const { cols, random } = draw;
    const dropout = new Dropout(0.3, { random: new RandomState(random.randint(0, 99)) });
    const block = new Residual(new LayerNorm(5), new GELU(), dense(5, 5, random));
    const model = sequential(dense(cols, 5, random), new BatchNorm(5), dropout, block, dense(5, 3, random));
    return { subject: model, options: { loss: crossEntropy(draw), regularizer: penalty(random) } };
  },
  softmaxCrossEntropy: (draw) => ({ subject: crossEntropy(draw) }),
  hinge: loss((_, { labels, random, cols }) => {
    const options = { margin: random.rand(), squared: flip(random), sumColumns: flip(random) };
    return (scores) =>
      hinge(
        scores,
        labels.map((label) => label % cols),
        options,
      );
  }),
  meanSquaredError: loss((targets, { random }) => {
    const options = { half: flip(random), sumColumns: flip(random) };
    return (outputs) => meanSquaredError(outputs, targets, options);
  }),
  meanAbsoluteError: loss((targets) => (outputs) => meanAbsoluteError(outputs, targets)),
  huber: loss((targets, { random }) => {
    const delta = 0.5 + random.rand();
    return (outputs) => huber(outputs, targets, { delta });
  }),
  binaryCrossEntropy: loss((targets, { random }) => {
    const [probabilities, posWeight] = [targets.map((t) => 1 / (1 + Math.exp(-t))), 0.5 + random.rand()];
    return (logits) => binaryCrossEntropy(logits, probabilities, { posWeight });
  }),
};

/** 200 right subjects: eight of each kind, with random shapes, numbers, options and penalties. */
export function rightSubjects(): RightSubject[] {
  const random = new RandomState(2024);
  return Object.entries(makers).flatMap(([name, make]) =>
    Array.from({ length: 8 }, (_, i): RightSubject => {
      const [rows, cols] = [random.randint(2, 7), name === "softmaxCrossEntropy" ? 3 : random.randint(1, 6)];
      const labels = Int32Array.from({ length: rows }, () => random.randint(0, 3));
      const x = random.randn(rows, cols).multiply(i < 6 ? 1 : 10);
      return { name: `${name} ${i + 1}`, x, ...make({ random, rows, cols, x, labels }) };
    }),
  );
}
