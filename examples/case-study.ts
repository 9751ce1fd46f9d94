/**
 * The case study, end to end: trains both models, prints every loss beside the published one and draws the
 * pictures. The exit code is 1 if the published numbers do not come out.
 */
import { readFileSync } from "node:fs";
import type { Sequential } from "spiralnet";
import { decisionRegions, lossCurve, scatter } from "spiralnet/plot";
import { trainSoftmaxClassifier } from "./softmax-classifier.js";
import { articleData } from "./support/article-data.js";
import { Comparison, type PublishedLog } from "./support/comparison.js";
import { draw } from "./support/output.js";
import { showProgress } from "./support/progress.js";
import { trainTwoLayerNet } from "./two-layer-net.js";

type Train = (onLoss: (iteration: number, loss: number) => void) => { model: Sequential; accuracy: number };

const published = JSON.parse(
  readFileSync(new URL("../test/golden/published-log.json", import.meta.url), "utf8"),
) as { linear: PublishedLog; twoLayer: PublishedLog };

/** So narrow that two fit side by side, and one on a phone, without shrinking the labels. */
const SIZE = { width: 440, height: 380 };

console.log("The cs231n case study: two models learn to tell the three arms of a spiral apart.\n");
const data = articleData(0);
const pictures = [
  draw("spiral", scatter(data, { title: "The spiral", ...SIZE })),
  ...study("Softmax classifier", "softmax-classifier", published.linear, trainSoftmaxClassifier),
  ...study("Two-layer network", "two-layer-net", published.twoLayer, trainTwoLayerNet),
];
console.log(`The pictures are in examples/output: ${new Intl.ListFormat("en").format(pictures)}.`);
console.log(`All of it took ${(performance.now() / 1000).toFixed(1)} seconds.`);

/** Trains one model beside its published log, and draws its decision regions and its loss. */
function study(title: string, name: string, log: PublishedLog, train: Train): string[] {
  console.log(`${title}, ${log.iterations.toLocaleString("en")} iterations:\n`);
  const comparison = new Comparison(log);
  const history: number[] = [];
  console.log(comparison.heading);

  const progress = showProgress(log.iterations);
  const { model, accuracy } = train((iteration, loss) => {
    history.push(loss);
    const row = comparison.compareLoss(iteration, loss);
    if (row !== undefined) progress.row(row);
    progress.update(iteration + 1);
  });
  progress.stop();
  console.log(`${comparison.compareAccuracy(accuracy)}\n\n${comparison.verdict}\n`);
  if (!comparison.holds) process.exitCode = 1;

  return [
    draw(name, decisionRegions(model, data, { title, ...SIZE })),
    draw(`${name}-loss`, lossCurve(history, { title: `${title}: loss`, ...SIZE })),
  ];
}
