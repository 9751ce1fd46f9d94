import convnetjs from "convnetjs";
import type { Network, Training } from "../lib/problem.js";

/** ConvNetJS trains one example at a time and steps when a batch is full; the batch is what an iteration is here. */
export function network({ rows, inputs, hidden, classes, learningRate, l2, ...given }: Network): Training {
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: inputs },
    { type: "fc", num_neurons: hidden, activation: "relu", bias_pref: 0 },
    { type: "softmax", num_classes: classes },
  ]);
  const [first, second] = net.layers.filter((layer) => layer.layer_type === "fc");
  // It keeps the weights of each unit by themselves.
  first.filters.forEach((filter, j) => {
    for (let k = 0; k < inputs; k++) filter.w[k] = given.w1[k * hidden + j];
  });
  second.filters.forEach((filter, j) => {
    for (let k = 0; k < hidden; k++) filter.w[k] = given.w2[k * classes + j];
  });
  const trainer = new convnetjs.SGDTrainer(net, {
    method: "sgd",
    learning_rate: learningRate,
    momentum: 0,
    batch_size: rows,
    // It divides the gradient of the penalty by the size of the batch too.
    l2_decay: l2 * rows,
  });
  const batches = given.batches.map(({ x, y }) =>
    Array.from(y, (label, i) => {
      const vol = new convnetjs.Vol(1, 1, inputs, 0);
      vol.w.set(x.subarray(i * inputs, (i + 1) * inputs));
      return { vol, label };
    }),
  );
  let i = 0;
  return {
    step() {
      let loss = 0;
      for (const { vol, label } of batches[i++ % batches.length]) {
        const { cost_loss, l2_decay_loss } = trainer.train(vol, label);
        loss += (cost_loss + l2_decay_loss) / rows;
      }
      return loss;
    },
  };
}
