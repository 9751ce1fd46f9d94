/**
 * The case study's softmax classifier, as a user of the package writes it. Prints its log, then a picture.
 */
import {
  accuracy,
  Dense,
  L2,
  normal,
  RandomState,
  SGD,
  sequential,
  softmaxCrossEntropy,
  spiral,
} from "spiralnet";
import { decisionRegions } from "spiralnet/plot";

const random = new RandomState(0);
const { x, y } = spiral({ classes: 3, pointsPerClass: 100, random });
random.randn(18); // the article's author had tried three times before
const model = sequential(new Dense(2, 3, { weights: normal(0.01), random }));
const l2 = new L2(1e-3);
const sgd = new SGD(model.parameters, { learningRate: 1 });

for (let i = 0; i < 200; i++) {
  const { loss: dataLoss, gradient } = softmaxCrossEntropy(model.forward(x), y);
  model.backward(gradient);
  const loss = dataLoss + l2.apply(model.parameters);
  if (i % 10 === 0) console.log(`iteration ${i}: loss ${loss.toFixed(6)}`);
  sgd.step();
}
console.log(`training accuracy: ${accuracy(model.predict(x), y).toFixed(2)}`);
console.log(decisionRegions(model, { x, y }));
