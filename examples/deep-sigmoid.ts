/**
 * Why deep networks have ReLU, and weights of the right size: four networks with six hidden layers each try to
 * learn the spiral. Prints how flat each layer is and how much gradient reaches it before training, and what
 * became of the network after it; draws the losses and the regions.
 */
import {
  accuracy,
  Dense,
  glorotNormal,
  heNormal,
  Matrix,
  normal,
  RandomState,
  ReLU,
  SGD,
  Sigmoid,
  sequential,
  softmaxCrossEntropy,
  spiral,
  train,
} from "spiralnet";
import { decisionRegions, lossCurve } from "spiralnet/plot";
import { draw } from "./support/output.js";

const DEPTH = 6;
const UNITS = 32;
const STEPS = 600;

const networks = [
  { name: "sigmoid, large", activation: () => new Sigmoid(), weights: normal(10) },
  { name: "sigmoid, Glorot", activation: () => new Sigmoid(), weights: glorotNormal },
  { name: "ReLU, small", activation: () => new ReLU(), weights: normal(0.01) },
  { name: "ReLU, He", activation: () => new ReLU(), weights: heNormal },
];
const data = spiral({ classes: 3, pointsPerClass: 100, random: new RandomState(0) });
const others = spiral({ classes: 3, pointsPerClass: 100, random: new RandomState(1) });

const losses: Record<string, number[]> = {};
const files: string[] = [];
const columns = networks.map(({ name, activation, weights }) => {
  const random = new RandomState(1);
  const hidden = Array.from({ length: DEPTH }, (_, i) => {
    return new Dense(i === 0 ? 2 : UNITS, UNITS, { weights, random });
  });
  const output = new Dense(UNITS, 3, { random });
  const model = sequential(...hidden.flatMap((layer) => [layer, activation()]), output);

  // Before training: how flat is each layer, and how much gradient reaches it?
  model.backward(softmaxCrossEntropy(model.forward(data.x), data.y).gradient);
  let inputs: Matrix = data.x;
  const layers = hidden.map((layer) => {
    const units = activation();
    const sums = layer.predict(inputs);
    inputs = units.forward(sums);
    // A gradient of 1 behind an activation is its slope before it. Sigmoid's slope is 0.25 at most.
    const slopes = units.backward(Matrix.full(sums.rows, UNITS, 1), { inputGradient: true });
    const flat = slopes.less(0.01 * 0.25).mean();
    const gradient = Math.sqrt(layer.weights.gradient.pow(2).sum());
    return `${percent(flat)}  ${gradient.toExponential(0)}`;
  });

  const optimizer = new SGD(model.parameters, { learningRate: 0.02, momentum: 0.9 });
  const history: number[] = [];
  for (const { loss } of train({ model, loss: softmaxCrossEntropy, optimizer, data, epochs: STEPS })) {
    history.push(loss);
  }
  losses[name] = history;
  files.push(
    draw(`deep-${name.toLowerCase().replace(", ", "-")}`, decisionRegions(model, others, { title: name })),
  );
  const learnt = accuracy(model.predict(data.x), data.y);
  const general = accuracy(model.predict(others.x), others.y);
  return [name, ...layers, (history.at(-1) as number).toFixed(3), percent(learnt), percent(general)];
});

console.log(`Before training: the share of flat units (slope below a hundredth of sigmoid's largest), |dL/dW|.
After ${STEPS} steps: loss, and accuracy on the points learnt from and on others.\n`);
const hiddenNames = Array.from({ length: DEPTH }, (_, i) => `hidden layer ${i + 1}`);
const names = ["", ...hiddenNames, "loss", "accuracy", "of other points"];
for (const [i, rowName] of names.entries()) {
  console.log(rowName.padEnd(15) + columns.map((column) => (column[i] as string).padStart(17)).join(""));
}
console.log(`
Large weights drive sigmoids into their flat ends, and what is learnt holds less well for other points.
Glorot's weights do not, but even at its steepest a sigmoid passes on a quarter of the gradient, and little of
it reaches the first layer. ReLU is flat for half of the points and passes on all for the others, but small
weights make the gradient small. With He's it is of about one size in all layers.\n`);
files.push(draw("deep-loss", lossCurve(losses, { title: "Six hidden layers" })));
console.log(`The pictures are in examples/output: ${files.join(", ")}.`);

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`.padStart(5);
}
