import convnetjs from "convnetjs";
import type { Network, Training } from "../lib/contract.js";

/** ConvNetJS takes one example at a time and updates its weights when a batch is full. A step is a batch. */
export function network({ rows, inputs, hidden, classes, learningRate, l2, ...given }: Network): Training {
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: inputs },
    { type: "fc", num_neurons: hidden, activation: "relu", bias_pref: 0 },
    { type: "softmax", num_classes: classes },
  ]);
  // It adds the last dense layer itself, and keeps the weights unit by unit.
  const dense = net.layers.filter((layer: { layer_type: string }) => layer.layer_type === "fc");
  for (const [layer, weights] of [given.w1, given.w2].entries()) {
    const { filters } = dense[layer];
    for (let k = 0; k < weights.length; k++) {
      filters[k % filters.length].w[Math.floor(k / filters.length)] = weights[k];
    }
  }
  const trainer = new convnetjs.SGDTrainer(net, {
    method: "sgd",
    learning_rate: learningRate,
    momentum: 0,
    batch_size: rows,
    // It divides the penalty's gradient by the batch size, too.
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
