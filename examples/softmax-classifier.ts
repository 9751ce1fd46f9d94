/** A linear classifier on the spiral: it gets 49 % right, since no straight lines separate the arms. */
import { accuracy, Dense, L2, normal, SGD, sequential, softmaxCrossEntropy } from "spiralnet";
import { articleData } from "./support/article-data.js";
import { isMain } from "./support/is-main.js";

export function trainSoftmaxClassifier(onLoss: (iteration: number, loss: number) => void) {
  const { x, y, random } = articleData(18);
  const model = sequential(new Dense(2, 3, { weights: normal(0.01), random }));
  const l2 = new L2(1e-3);
  const sgd = new SGD(model.parameters, { learningRate: 1 });

  for (let i = 0; i < 200; i++) {
    const { loss, gradient } = softmaxCrossEntropy(model.forward(x), y);
    model.backward(gradient);
    onLoss(i, loss + l2.apply(model.parameters));
    sgd.step();
  }
  return { model, accuracy: accuracy(model.predict(x), y) };
}

if (isMain(import.meta.url)) {
  const { model, accuracy } = trainSoftmaxClassifier((i, loss) => {
    if (i % 10 === 0) console.log(`iteration ${i}: loss ${loss.toFixed(6)}`);
  });
  console.log(`training accuracy: ${accuracy.toFixed(2)}`);
  console.log(model);
}
