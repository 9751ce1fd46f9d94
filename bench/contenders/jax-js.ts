import { defaultDevice, init, jit, nn, numpy as np, tree, valueAndGrad } from "@jax-js/jax";
import type { Network, Options, Predict, Training } from "../lib/contract.js";

/** w1, b1, w2, b2 */
type Parameters = np.Array[];
/** With Adam's means of the gradients and of their squares. */
type State = { parameters: Parameters; m?: Parameters; v?: Parameters };

export async function setUp({ float }: Options): Promise<void> {
  // It looks for this class, which Node 20 lacks, before it makes an array in float64.
  if (float === 64) Object.assign(globalThis, { Float16Array: class extends Uint16Array {} });
  await init("wasm");
  defaultDevice("wasm");
}

/** The loss in jax-js's functions, its gradient by `valueAndGrad`, the whole step compiled by `jit`. */
export function network(given: Network, options: Options): Training {
  const { rows, inputs, classes, learningRate, adam, l2 } = given;
  const make = (values: Float64Array, ...shape: number[]) => array(values, shape, options);
  const batches = given.batches.map(({ x, y }) => {
    const oneHot = Float64Array.from({ length: rows * classes }, (_, k) =>
      Number(k % classes === y[Math.floor(k / classes)]),
    );
    return { x: make(x, rows, inputs), y: make(oneHot, rows, classes) };
  });

  function lossOf([w1, b1, w2, b2]: Parameters, x: np.Array, y: np.Array): np.Array {
    const logs = nn.logSoftmax(scoresOf([w1.ref, b1, w2.ref, b2], x), 1);
    const loss = logs
      .mul(y)
      .sum()
      .mul(-1 / rows);
    if (l2 === 0) {
      tree.dispose([w1, w2]);
      return loss;
    }
    const squares = np.square(w1).sum().add(np.square(w2).sum());
    return loss.add(squares.mul(0.5 * l2));
  }
  /** Adam gets what the number of the step makes of the learning rate and of √v. */
  const step = jit((state: State, x: np.Array, y: np.Array, ...[rate, scale]: np.Array[]) => {
    const { parameters, m = [], v = [] } = state;
    const [loss, gradient] = valueAndGrad(lossOf)(tree.ref(parameters), x, y);
    const next = gradient.map((g, k) => {
      if (!adam) return [parameters[k].sub(g.mul(learningRate))];
      const { beta1, beta2, epsilon } = adam;
      const mean = m[k].mul(beta1).add(g.ref.mul(1 - beta1));
      const size = v[k].mul(beta2).add(np.square(g).mul(1 - beta2));
      const denominator = np.sqrt(size.ref).mul(scale.ref).add(epsilon);
      return [parameters[k].sub(mean.ref.mul(rate.ref).div(denominator)), mean, size];
    });
    if (adam) tree.dispose([rate, scale]);
    const [moved, means, sizes] = [0, 1, 2].map((slot) => next.map((each) => each[slot]));
    return { loss, state: { parameters: moved, ...(adam && { m: means, v: sizes }) } };
  });

  let state: State = { parameters: parametersOf(given, options) };
  if (adam) {
    const zeros = () => state.parameters.map((w) => np.zerosLike(w.ref));
    state = { ...state, m: zeros(), v: zeros() };
  }
  let i = 0;
  return {
    step() {
      const { x, y } = batches[i++ % batches.length];
      const corrections = adam
        ? [learningRate / (1 - adam.beta1 ** i), 1 / Math.sqrt(1 - adam.beta2 ** i)]
        : [];
      const scalars = corrections.map((value) => make(Float64Array.of(value), 1));
      const result = step(state, x.ref, y.ref, ...scalars);
      state = result.state;
      // Nothing is computed until a result is read.
      return result.loss.dataSync()[0];
    },
  };
}

export function predict(given: Network, options: Options): Predict {
  const parameters = parametersOf(given, options);
  const scores = jit(scoresOf);
  return (row) => scores(tree.ref(parameters), array(row, [1, given.inputs], options)).dataSync();
}

function parametersOf({ inputs, hidden, classes, w1, w2 }: Network, options: Options): Parameters {
  return [
    array(w1, [inputs, hidden], options),
    array(new Float64Array(hidden), [hidden], options),
    array(w2, [hidden, classes], options),
    array(new Float64Array(classes), [classes], options),
  ];
}

function scoresOf([w1, b1, w2, b2]: Parameters, x: np.Array): np.Array {
  const h = nn.relu(np.matmul(x, w1).add(b1));
  return np.matmul(h, w2).add(b2);
}

export function product(n: number, left: Float64Array, right: Float64Array, options: Options) {
  const [a, b] = [array(left, [n, n], options), array(right, [n, n], options)];
  const multiply = jit((x: np.Array, y: np.Array) => np.matmul(x, y));
  return () => {
    const out = multiply(a.ref, b.ref).dataSync();
    return () => out;
  };
}

function array(values: Float64Array | Float32Array, shape: number[], { float }: Options): np.Array {
  const numbers = float === 64 ? values.slice() : Float32Array.from(values);
  return np
    .array(numbers as Float32Array<ArrayBuffer>, { dtype: float === 64 ? np.float64 : np.float32 })
    .reshape(shape);
}
