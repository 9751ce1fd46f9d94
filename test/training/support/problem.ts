import {
  Dense,
  L2,
  normal,
  RandomState,
  ReLU,
  SGD,
  sequential,
  softmaxCrossEntropy,
  spiral,
} from "spiralnet";

/** A small network on the spiral, made anew with the same numbers at each call. */
export function problem({ points = 20, hidden = 8, learningRate = 0.5, momentum = 0 } = {}) {
  const random = new RandomState(0);
  const data = spiral({ classes: 3, pointsPerClass: points, random });
  const validation = spiral({ classes: 3, pointsPerClass: 5, random });
  const weights = normal(0.1);
  const model = sequential(
    new Dense(2, hidden, { weights, random }),
    new ReLU(),
    new Dense<number, 3>(hidden, 3, { weights, random }),
  );
  const optimizer = new SGD(model.parameters, { learningRate, momentum });
  return {
    random,
    data,
    validation,
    l2: new L2(1e-3),
    options: { model, loss: softmaxCrossEntropy, optimizer, data },
  };
}
