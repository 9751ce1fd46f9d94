import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from "@jax-js/jax";
import type { Network, Options, Product, Training } from "../lib/problem.js";

type Parameters = { w1: np.Array; b1: np.Array; w2: np.Array; b2: np.Array };

export async function setUp(): Promise<void> {
  await init("wasm");
  defaultDevice("wasm");
}

/** The loss in jax-js's functions, its gradient by `valueAndGrad`, the whole step compiled by `jit`. */
export function network(given: Network, options: Options): Training {
  const { rows, inputs, hidden, classes, learningRate, l2 } = given;
  const make = (values: Float64Array, shape: number[]) => array(values, shape, options);
  const batches = given.batches.map(({ x, y }) => {
    const oneHot = new Float64Array(rows * classes);
    y.forEach((label, i) => {
      oneHot[i * classes + label] = 1;
    });
    return { x: make(x, [rows, inputs]), y: make(oneHot, [rows, classes]) };
  });

  function lossOf({ w1, b1, w2, b2 }: Parameters, x: np.Array, y: np.Array): np.Array {
    const h = nn.relu(np.matmul(x, w1.ref).add(b1));
    const scores = np.matmul(h, w2.ref).add(b2);
    const loss = nn
      .logSoftmax(scores, 1)
      .mul(y)
      .sum()
      .mul(-1 / rows);
    if (l2 > 0)
      return loss.add(
        np
          .square(w1)
          .sum()
          .add(np.square(w2).sum())
          .mul(0.5 * l2),
      );
    w1.dispose();
    w2.dispose();
    return loss;
  }
  const step = jit((parameters: Parameters, x: np.Array, y: np.Array) => {
    const { w1, b1, w2, b2 } = parameters;
    const own = { w1: w1.ref, b1: b1.ref, w2: w2.ref, b2: b2.ref };
    const [loss, gradient] = valueAndGrad(lossOf)(own, x, y);
    const moved = (value: np.Array, slope: np.Array) => value.sub(slope.mul(learningRate));
    return {
      loss,
      parameters: {
        w1: moved(w1, gradient.w1),
        b1: moved(b1, gradient.b1),
        w2: moved(w2, gradient.w2),
        b2: moved(b2, gradient.b2),
      },
    };
  });

  let parameters: Parameters = {
    w1: make(given.w1, [inputs, hidden]),
    b1: make(new Float64Array(hidden), [hidden]),
    w2: make(given.w2, [hidden, classes]),
    b2: make(new Float64Array(classes), [classes]),
  };
  let i = 0;
  return {
    step() {
      const { x, y } = batches[i++ % batches.length];
      const result = step(parameters, x.ref, y.ref);
      parameters = result.parameters;
      // Reading the loss runs what has only been noted so far.
      return result.loss.dataSync()[0];
    },
  };
}

export function product(n: number, left: Float64Array, right: Float64Array, options: Options): Product {
  const a = array(left, [n, n], options);
  const b = array(right, [n, n], options);
  const multiply = jit((x: np.Array, y: np.Array) => np.matmul(x, y));
  let out: ArrayLike<number> = [];
  return {
    run() {
      out = multiply(a.ref, b.ref).dataSync();
    },
    result: () => out,
  };
}

function array(values: Float64Array, shape: number[], { precision }: Options): np.Array {
  const numbers = precision === 64 ? values.slice() : Float32Array.from(values);
  return np
    .array(numbers as Float32Array<ArrayBuffer>, { dtype: precision === 64 ? np.float64 : np.float32 })
    .reshape(shape);
}
