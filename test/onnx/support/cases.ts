import {
  BatchNorm,
  Dense,
  Dropout,
  ELU,
  Embedding,
  GELU,
  type Layer,
  LayerNorm,
  LeakyReLU,
  Matrix,
  RandomState,
  ReLU,
  Residual,
  Sequential,
  Sigmoid,
  SiLU,
  Softmax,
  Softplus,
  sequential,
  Tanh,
} from "spiralnet";

/** A model, and rows for it. */
export interface Case {
  readonly name: string;
  readonly model: Layer;
  readonly x: Matrix;
  /** Whether there is an operator for float64; if not, a test of its own has the error. */
  readonly float64?: false;
}

export const ROWS = 7;
const random = new RandomState(0);

/** A model of layers with 4 columns, after some training passes with random parameters. */
function of(name: string, ...layers: readonly Layer[]): Case {
  const [layer] = layers;
  const model = layers.length === 1 && layer ? layer : new Sequential(layers);
  const x = random.randn(ROWS, 4).multiply(2);
  for (const { value } of model.parameters) value.assignInPlace(random.randn(value.rows, value.cols));
  for (let i = 0; i < 3; i++) model.forward(x.multiply(3).add(1));
  return { name, model, x };
}

/** Rows of indices from 0 to count - 1. */
function indices(count: number, steps: number): Matrix {
  return Matrix.zeros(ROWS, steps).map(() => random.randint(count));
}

/** Every layer, alone. */
const layers: readonly Case[] = [
  of("Dense", new Dense(4, 3)),
  of("Dense with one column", sequential(new Dense(4, 1))),
  of("ReLU", new ReLU()),
  of("LeakyReLU", new LeakyReLU(0.1)),
  of("ELU", new ELU()),
  of("ELU with α", new ELU(0.3)),
  { ...of("GELU", new GELU()), float64: false },
  of("GELU with tanh", new GELU({ approximate: "tanh" })),
  of("SiLU", new SiLU()),
  of("Softplus", new Softplus()),
  of("Softplus with β", new Softplus(2.5)),
  of("Sigmoid", new Sigmoid()),
  of("Tanh", new Tanh()),
  of("Softmax", new Softmax()),
  of("Dropout", new Dropout(0.5)),
  of("BatchNorm", new BatchNorm(4)),
  of("BatchNorm with a large ε", new BatchNorm(4, { epsilon: 0.3 })),
  of("LayerNorm", new LayerNorm(4)),
  of("LayerNorm with a large ε", new LayerNorm(4, { epsilon: 0.3 })),
  { name: "Embedding", model: new Embedding(9, 3, { random }), x: indices(9, 1) },
  { name: "Embedding of steps", model: new Embedding(9, 3, { steps: 5, random }), x: indices(9, 5) },
  of("Residual", new Residual(new Dense(4, 6), new Tanh(), new Dense(6, 4))),
  of("Residual of elementwise layers", new Residual(new ReLU(), new Tanh())),
  of("Sequential", sequential(new Dense(4, 3))),
];

/** onnxruntime fuses layers that follow each other, which it may not have an operator for, either. */
const between: readonly Case[] = layers
  .filter(({ model }) => !(model instanceof Embedding) && (model.outputs ?? 4) === 4)
  .map((each) => {
    const built = of(`${each.name} between Dense layers`, new Dense(4, 4), each.model, new Dense(4, 4));
    return { ...each, ...built };
  });

const shared = new Dense(4, 4);

/** Layers together. */
const models: readonly Case[] = [
  of("a classifier", new Dense(4, 10), new ReLU(), new Dense(10, 3), new Softmax()),
  of(
    "models within models",
    sequential(new Dense(4, 6), new BatchNorm(6)),
    sequential(
      sequential(new SiLU(), new LayerNorm(6)),
      new Residual(sequential(new Dense(6, 6), new ELU())),
    ),
  ),
  of("a layer in two places", shared, new Tanh(), shared),
  of("dropout at both ends", new Dropout(0.5), new Dense(4, 3), new Dropout(0.5)),
  of("nothing but elementwise layers", new LeakyReLU(), new Softplus(), new GELU({ approximate: "tanh" })),
  of(
    "blocks of a transformer without attention",
    new Residual(new LayerNorm(4), new Dense(4, 8), new GELU({ approximate: "tanh" }), new Dense(8, 4)),
    new LayerNorm(4),
    new Residual(new Dense(4, 4), new SiLU()),
    new LayerNorm(4),
  ),
  {
    name: "words with LayerNorm",
    model: sequential(new Embedding(9, 3, { steps: 2, random }), new LayerNorm(6), new Residual(new SiLU())),
    x: indices(9, 2),
  },
  {
    name: "words",
    model: sequential(new Embedding(9, 3, { steps: 5, random }), new Dense(15, 2, { random }), new Tanh()),
    x: indices(9, 5),
  },
];

export const cases: readonly Case[] = [...layers, ...between, ...models];
