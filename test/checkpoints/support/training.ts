import {
  BatchNorm,
  Dense,
  Dropout,
  Matrix,
  type Progress,
  RandomState,
  type Sequential,
  SGD,
  Standardizer,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";

/** A model with everything that a checkpoint holds, and what trains it. */
export interface Training {
  readonly model: Sequential;
  readonly optimizer: SGD;
  readonly random: RandomState;
  readonly scaler: Standardizer;
  /** One step on a random batch, with a learning rate that falls from step to step. */
  step(): void;
}

const { x, y } = data();

/** A training that has not begun; the same for the same seed. */
export function training(seed = 1): Training {
  const random = new RandomState(seed);
  const model = sequential(
    new Dense(2, 5, { random }),
    new BatchNorm(5),
    new Tanh(),
    new Dropout(0.25, { random: new RandomState(seed + 100) }),
    new Dense(5, 3, { random }),
  ) as Sequential;
  const optimizer = new SGD(model.parameters, { learningRate: 0.1, momentum: 0.9 });
  const scaler = Standardizer.fit(x.multiply(seed));
  return {
    model,
    optimizer,
    random,
    scaler,
    step() {
      const batch = random.choice(y.length, 8);
      const scores = model.forward(x.selectRows(batch));
      model.backward(
        softmaxCrossEntropy(
          scores,
          batch.map((i) => y[i] as number),
        ).gradient,
      );
      optimizer.learningRate *= 0.97;
      optimizer.step();
    },
  };
}

function data() {
  const random = new RandomState(7);
  return { x: random.randn(30, 2) as Matrix, y: random.randint(0, 3, 30) };
}

/** A training after some steps. */
export function trained(steps = 3, seed = 1): Training {
  const result = training(seed);
  for (let i = 0; i < steps; i++) result.step();
  return result;
}

/** All numbers of a training, and what its generators draw next. */
export function observed({ model, optimizer, random, scaler }: Training): unknown {
  return {
    parameters: model.parameters.map(({ value }) => bits(value)),
    state: Object.values(model.state).map((part) =>
      part instanceof RandomState ? part.getState() : bits(part),
    ),
    optimizer: [optimizer.steps, optimizer.learningRate, ...Object.values(optimizer.state).map(bits)],
    random: random.getState(),
    scaler: Object.values(scaler.state).map(bits),
  };
}

/** The shape and the bits of a matrix, which tell -0 from 0 and one NaN from another number. */
export function bits({ rows, cols, data }: Matrix): readonly unknown[] {
  return [rows, cols, ...new BigUint64Array(data.slice().buffer)];
}

/** What belongs to a model in training. */
export function partsOf({ optimizer, random, scaler }: Training) {
  return { optimizer, random, scaler };
}

/** Where some training stands. */
export const progress: Progress = {
  step: 3,
  epoch: 1,
  batch: 2,
  rows: 30,
  batchSize: 8,
  order: new RandomState(9).getState(),
  means: { loss: 1e300, dataLoss: -0, metrics: { odd: null, "a.b": 0.1 } },
  best: {
    epoch: 0,
    loss: Number.POSITIVE_INFINITY,
    saved: { parameters: [Matrix.fromRows([[1, Number.NaN, -0]])], state: { "1.means": Matrix.identity(2) } },
  },
};
