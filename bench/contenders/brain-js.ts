import brain from "brain.js";
import type { Network, Training } from "../lib/contract.js";

/**
 * A network of the same size, trained brain.js's way: squared error, no penalty, an update after each
 * example.
 */
export function network({ inputs, hidden, classes, batches }: Network): Training {
  const net = new brain.NeuralNetwork({ hiddenLayers: [hidden], activation: "relu", learningRate: 0.01 });
  net.sizes = [inputs, hidden, classes];
  net.initialize();
  const patterns = batches.map(({ x, y }) =>
    Array.from(y, (label, i) => ({
      input: Float32Array.from(x.subarray(i * inputs, (i + 1) * inputs)),
      output: Float32Array.from({ length: classes }, (_, j) => (j === label ? 1 : 0)),
    })),
  );
  let i = 0;
  return {
    step() {
      for (const pattern of patterns[i++ % patterns.length]) net.trainPattern(pattern);
      return undefined;
    },
  };
}
