import * as tf from "@tensorflow/tfjs";
import type { Network, Options, Predict, Training } from "../lib/contract.js";

export async function setUp({ variant = "cpu" }: Options): Promise<void> {
  if (variant === "wasm") await import("@tensorflow/tfjs-backend-wasm");
  if (!(await tf.setBackend(variant))) throw new Error(`TensorFlow.js has no backend ${variant} here`);
}

/** The loss in TensorFlow.js's functions; its optimizer derives the gradients and updates the weights. */
export function network(given: Network): Training {
  const { rows, inputs, classes, learningRate, adam, l2 } = given;
  const { w1, b1, w2, b2 } = variables(given);
  const batches = given.batches.map(({ x, y }) => ({
    x: tensor(x, rows, inputs),
    y: tf.cast(tf.oneHot(tf.tensor1d(y, "int32"), classes), "float32"),
  }));
  const optimizer = adam
    ? tf.train.adam(learningRate, adam.beta1, adam.beta2, adam.epsilon)
    : tf.train.sgd(learningRate);
  let i = 0;
  return {
    step() {
      const { x, y } = batches[i++ % batches.length];
      const loss = optimizer.minimize(() => {
        const h = tf.relu(tf.add(tf.matMul(x, w1), b1));
        const scores = tf.add(tf.matMul(h, w2), b2) as tf.Tensor2D;
        const dataLoss: tf.Scalar = tf.losses.softmaxCrossEntropy(y, scores);
        if (l2 === 0) return dataLoss;
        const squares = tf.add(tf.sum(tf.square(w1)), tf.sum(tf.square(w2)));
        return tf.add(dataLoss, tf.mul(squares, 0.5 * l2));
      }, true) as tf.Scalar;
      return read(loss)[0];
    },
  };
}

/** Matrix product, bias and ReLU are one operation. */
export function predict(given: Network): Predict {
  const { w1, b1, w2, b2 } = variables(given);
  const scoresOf = (row: Float32Array) => {
    const x = tf.tensor2d(row, [1, given.inputs]);
    const h = tf.fused.matMul({ a: x, b: w1, bias: b1, activation: "relu" });
    return tf.fused.matMul({ a: h, b: w2, bias: b2 });
  };
  return (row) => read(tf.tidy(() => scoresOf(row as Float32Array)));
}

function variables({ inputs, hidden, classes, w1, w2 }: Network) {
  return {
    w1: tf.variable(tensor(w1, inputs, hidden)),
    b1: tf.variable(tf.zeros([hidden])),
    w2: tf.variable(tensor(w2, hidden, classes)),
    b2: tf.variable(tf.zeros([classes])),
  };
}

export function product(n: number, left: Float64Array, right: Float64Array) {
  const [a, b] = [tensor(left, n, n), tensor(right, n, n)];
  return () => {
    const out = read(tf.matMul(a, b));
    return () => out;
  };
}

function tensor(values: Float64Array, rows: number, cols: number): tf.Tensor2D {
  return tf.tensor2d(Float32Array.from(values), [rows, cols]);
}

function read(result: tf.Tensor): ArrayLike<number> {
  const values = result.dataSync();
  result.dispose();
  return values;
}
