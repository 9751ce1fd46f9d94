/**
 * The case study, end to end: trains both models, prints the published logs beside what comes out, and draws the pictures. The exit code is
 * not 0 if the published numbers do not come out.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Presets, SingleBar } from "cli-progress";
import type { Sequential } from "spiralnet";
import { decisionRegions, lossCurve, scatter } from "spiralnet/plot";
import { trainSoftmaxClassifier } from "./softmax-classifier.js";
import { articleData } from "./support/article-data.js";
import { Comparison, type PublishedLog } from "./support/comparison.js";
import { trainTwoLayerNet } from "./two-layer-net.js";

const OUTPUT = new URL("./output/", import.meta.url);
const published = JSON.parse(
  readFileSync(new URL("../test/golden/published-log.json", import.meta.url), "utf8"),
) as { linear: PublishedLog; twoLayer: PublishedLog };

const data = articleData(0);
draw("spiral", scatter(data, { title: "The spiral" }));
study("Softmax classifier", "softmax-classifier", published.linear, trainSoftmaxClassifier);
study("Two-layer network", "two-layer-net", published.twoLayer, trainTwoLayerNet);

/** Trains one model, prints its log and draws its two pictures. */
function study(
  title: string,
  file: string,
  log: PublishedLog,
  train: (onLoss: (iteration: number, loss: number) => void) => { model: Sequential; accuracy: number },
): void {
  const comparison = new Comparison(log);
  const history: number[] = [];
  const output = progress(log.iterations);
  output.print(`${title}, ${log.iterations} iterations\n\n${comparison.heading}`);

  const { model, accuracy } = train((iteration, loss) => {
    history.push(loss);
    const line = comparison.line(iteration, loss);
    if (line !== undefined) output.print(line);
    output.update(iteration + 1);
  });
  output.stop();

  console.log(`${comparison.verdict(accuracy)}\n`);
  if (!comparison.holds(accuracy)) {
    console.error(`${title}: the published numbers did not come out`);
    process.exitCode = 1;
  }
  draw(file, decisionRegions(model, data, { title }));
  draw(`${file}-loss`, lossCurve(history, { title: `${title}: loss` }));
}

/** A progress bar in a terminal, whose lines are printed when it is done; plain lines elsewhere. */
function progress(total: number) {
  if (!process.stdout.isTTY) return { print: console.log, update: () => {}, stop: () => {} };
  const bar = new SingleBar({ clearOnComplete: true, stream: process.stdout }, Presets.shades_classic);
  const lines: string[] = [];
  bar.start(total, 0);
  return {
    print: (line: string) => lines.push(line),
    update: (iteration: number) => bar.update(iteration),
    stop: () => {
      bar.stop();
      console.log(lines.join("\n"));
    },
  };
}

function draw(name: string, svg: string): void {
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(new URL(`${name}.svg`, OUTPUT), svg);
  console.log(`examples/output/${name}.svg\n`);
}
