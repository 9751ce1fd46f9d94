import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Dense, Matrix, RandomState, ReLU, SGD, sequential, softmaxCrossEntropy } from "spiralnet";
import { expect, test } from "vitest";
import { allocate } from "../../src/kernels/allocate.js";
import { type Engine, wasmEngine } from "../../src/kernels/wasm/engine.js";

const { memory } = wasmEngine() as Engine;
const isResident = (array: Float64Array) => array.buffer === memory.buffer;

setFlagsFromString("--expose_gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Collects garbage, and waits until the kernels' memory has taken notice. */
async function collect(): Promise<void> {
  collectGarbage();
  await new Promise((resolve) => setTimeout(resolve, 10));
}

/** How many of a hundred arrays, each a hundredth of the kernels' memory, find room there. */
async function room(): Promise<number> {
  const found = Array.from({ length: 100 }, () => allocate(Math.floor(memory.length / 100))).filter(
    isResident,
  );
  const { length } = found.splice(0);
  await collect();
  return length;
}

test("an array is resident while there is room, on the heap when there is none, and its room comes back", async () => {
  const half = memory.length / 2;
  const pair = [allocate(half), allocate(half)];
  expect(pair.map(isResident)).toEqual([true, false]);
  expect(pair.map(({ length }) => length)).toEqual([half, half]);
  pair.length = 0;
  await collect();
  expect(isResident(allocate(half))).toBe(true);
  await collect();
});

test("no two resident arrays overlap, whatever their lengths", () => {
  const arrays = [1, 2, 3, 0, 7, 100].map((length, i) => allocate(length).fill(i));
  expect(arrays.map((array) => [...new Set(array)])).toEqual([[0], [1], [2], [], [4], [5]]);
});

/** Trains a model on noise and returns its weights. */
function trainer(seed: number, rows: number, hidden: number) {
  const random = new RandomState(seed);
  const x = random.randn(rows, 5);
  const y = Array.from({ length: rows }, (_, i) => i % 3);
  const model = sequential(new Dense(5, hidden, { random }), new ReLU(), new Dense(hidden, 3, { random }));
  const sgd = new SGD(model.parameters, { learningRate: 0.1 });
  return {
    step() {
      model.backward(softmaxCrossEntropy(model.forward(x), y).gradient);
      sgd.step();
    },
    weights: () => model.parameters.map(({ value }) => value.copy()),
  };
}

test("two models trained in turn give the weights that each gives when trained alone", () => {
  const alone = [1, 2].map((seed) => {
    const model = trainer(seed, 20, 16);
    for (let i = 0; i < 30; i++) model.step();
    return model.weights();
  });
  const [a, b] = [trainer(1, 20, 16), trainer(2, 20, 16)];
  for (let i = 0; i < 30; i++) {
    a.step();
    b.step();
  }
  expect([a.weights(), b.weights()]).toEqual(alone);
});

test("a model too large for the kernels' memory gives the numbers it should", () => {
  // Each activation takes half of the memory: the first is resident, the second is not.
  const rows = 300;
  const hidden = Math.floor(memory.length / 2 / rows);
  const model = sequential(
    new Dense(1, hidden, { weights: (n, m) => Matrix.full(n, m, 1) }),
    new ReLU(),
    new Dense(hidden, 1, { weights: (n, m) => Matrix.full(n, m, 1) }),
  );
  const y = model.forward(Matrix.full(rows, 1, 2));
  expect(y.equals(Matrix.full(rows, 1, 2 * hidden))).toBe(true);
  const dx = model.backward(Matrix.full(rows, 1, 1), { inputGradient: true });
  expect(dx.equals(Matrix.full(rows, 1, hidden))).toBe(true);
});

test("models that are dropped give their memory back", async () => {
  await collect();
  const before = await room();
  expect(before).toBeGreaterThan(60); // the rest is where operands are copied to

  const shape = { rows: 64, hidden: 500 }; // together the models take many times the memory there is
  const many = Math.ceil((5 * memory.length) / (shape.rows * shape.hidden * 4));
  for (let i = 0; i < many; i++) {
    trainer(i, shape.rows, shape.hidden).step();
    if (i % 20 === 0) await collect();
  }
  await collect();
  expect(await room()).toBeGreaterThan(before - 10); // a few of the last models may still be there
}, 60_000);
