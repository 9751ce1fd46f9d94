import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from "@jax-js/jax";
import type { Network, Options, Training } from "../lib/contract.js";

type Parameters = { w1: np.Array; b1: np.Array; w2: np.Array; b2: np.Array };

export async function setUp({ float }: Options): Promise<void> {
  // It looks for this class, which Node 20 lacks, before it makes an array in float64.
  if (float === 64) Object.assign(globalThis, { Float16Array: class extends Uint16Array {} });
  await init("wasm");
  defaultDevice("wasm");
}

/** The loss in jax-js's functions, its gradient by `valueAndGrad`, the whole step compiled by `jit`. */
export function network(given: Network, options: Options): Training {
  const { rows, inputs, hidden, classes, learningRate, l2 } = given;
  const make = (values: Float64Array, ...shape: number[]) => array(values, shape, options);
  const batches = given.batches.map(({ x, y }) => {
    const oneHot = Float64Array.from({ length: rows * classes }, (_, k) =>
      Number(k % classes === y[Math.floor(k / classes)]),
    );
    return { x: make(x, rows, inputs), y: make(oneHot, rows, classes) };
  });

  function lossOf({ w1, b1, w2, b2 }: Parameters, x: np.Array, y: np.Array): np.Array {
    const h = nn.relu(np.matmul(x, w1.ref).add(b1));
    const logs = nn.logSoftmax(np.matmul(h, w2.ref).add(b2), 1);
    const loss = logs
      .mul(y)
      .sum()
      .mul(-1 / rows);
    if (l2 === 0) {
      w1.dispose();
      w2.dispose();
      return loss;
    }
    const squares = np.square(w1).sum().add(np.square(w2).sum());
    return loss.add(squares.mul(0.5 * l2));
  }
  const step = jit((parameters: Parameters, x: np.Array, y: np.Array) => {
    const { w1, b1, w2, b2 } = parameters;
    const own = { w1: w1.ref, b1: b1.ref, w2: w2.ref, b2: b2.ref };
    const [loss, gradient] = valueAndGrad(lossOf)(own, x, y);
    const moved = (name: keyof Parameters) => parameters[name].sub(gradient[name].mul(learningRate));
    return { loss, parameters: { w1: moved("w1"), b1: moved("b1"), w2: moved("w2"), b2: moved("b2") } };
  });

  let parameters: Parameters = {
    w1: make(given.w1, inputs, hidden),
    b1: make(new Float64Array(hidden), hidden),
    w2: make(given.w2, hidden, classes),
    b2: make(new Float64Array(classes), classes),
  };
  let i = 0;
  return {
    step() {
      const { x, y } = batches[i++ % batches.length];
      const result = step(parameters, x.ref, y.ref);
      parameters = result.parameters;
      // Nothing is computed until a result is read.
      return result.loss.dataSync()[0];
    },
  };
}

export function product(n: number, left: Float64Array, right: Float64Array, options: Options) {
  const [a, b] = [array(left, [n, n], options), array(right, [n, n], options)];
  const multiply = jit((x: np.Array, y: np.Array) => np.matmul(x, y));
  return () => {
    const out = multiply(a.ref, b.ref).dataSync();
    return () => out;
  };
}

function array(values: Float64Array, shape: number[], { float }: Options): np.Array {
  const numbers = float === 64 ? values.slice() : Float32Array.from(values);
  return np
    .array(numbers as Float32Array<ArrayBuffer>, { dtype: float === 64 ? np.float64 : np.float32 })
    .reshape(shape);
}
