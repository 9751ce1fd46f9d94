/** Both models of the case study with nothing but `Matrix`, line for line like the article's NumPy. */
import { Matrix } from "spiralnet";
import { articleData } from "./support/article-data.js";

const D = 2; // dimensionality
const K = 3; // number of classes
const stepSize = 1;
const reg = 1e-3; // regularization strength

// -------------------------------------------------------------------------------------- a softmax classifier
{
  const { x: X, y, random } = articleData(18);
  const numExamples = X.rows;
  const W = random.randn(D, K).multiply(0.01);
  const b = Matrix.zeros(1, K);

  for (let i = 0; i < 200; i++) {
    const scores = X.matmul(W).add(b);

    const expScores = scores.exp();
    const probs = expScores.divide(expScores.sum(1));

    const correctLogProbs = probs.pick(y).log().negate();
    const dataLoss = correctLogProbs.sum() / numExamples;
    const regLoss = 0.5 * reg * W.multiply(W).sum();
    const loss = dataLoss + regLoss;
    if (i % 10 === 0) console.log(`iteration ${i}: loss ${loss.toFixed(6)}`);

    const dScores = probs.subtract(Matrix.oneHot(y, K)).divide(numExamples);

    const dW = X.transpose().matmul(dScores);
    const db = dScores.sum(0);
    dW.addInPlace(W.multiply(reg));

    W.subtractInPlace(dW.multiply(stepSize));
    b.subtractInPlace(db.multiply(stepSize));
  }

  const predicted = X.matmul(W).add(b).argmax(1);
  const right = predicted.filter((label, i) => label === y[i]).length;
  console.log(`training accuracy: ${(right / numExamples).toFixed(2)}\n`);
}

// --------------------------------------------------------------------------------------- a two-layer network
{
  const { x: X, y, random } = articleData(24);
  const numExamples = X.rows;
  const h = 100; // size of the hidden layer
  const W = random.randn(D, h).multiply(0.01);
  const b = Matrix.zeros(1, h);
  const W2 = random.randn(h, K).multiply(0.01);
  const b2 = Matrix.zeros(1, K);

  for (let i = 0; i < 10_000; i++) {
    const hiddenLayer = X.matmul(W).add(b).maximum(0);
    const scores = hiddenLayer.matmul(W2).add(b2);

    const expScores = scores.exp();
    const probs = expScores.divide(expScores.sum(1));

    const correctLogProbs = probs.pick(y).log().negate();
    const dataLoss = correctLogProbs.sum() / numExamples;
    const regLoss = 0.5 * reg * W.multiply(W).sum() + 0.5 * reg * W2.multiply(W2).sum();
    const loss = dataLoss + regLoss;
    if (i % 1000 === 0) console.log(`iteration ${i}: loss ${loss.toFixed(6)}`);

    const dScores = probs.subtract(Matrix.oneHot(y, K)).divide(numExamples);

    const dW2 = hiddenLayer.transpose().matmul(dScores);
    const db2 = dScores.sum(0);
    const dHidden = dScores.matmul(W2.transpose());
    dHidden.multiplyInPlace(hiddenLayer.map((value) => (value > 0 ? 1 : 0)));
    const dW = X.transpose().matmul(dHidden);
    const db = dHidden.sum(0);
    dW2.addInPlace(W2.multiply(reg));
    dW.addInPlace(W.multiply(reg));

    W.subtractInPlace(dW.multiply(stepSize));
    b.subtractInPlace(db.multiply(stepSize));
    W2.subtractInPlace(dW2.multiply(stepSize));
    b2.subtractInPlace(db2.multiply(stepSize));
  }

  const hiddenLayer = X.matmul(W).add(b).maximum(0);
  const predicted = hiddenLayer.matmul(W2).add(b2).argmax(1);
  const right = predicted.filter((label, i) => label === y[i]).length;
  console.log(`training accuracy: ${(right / numExamples).toFixed(2)}`);
}
