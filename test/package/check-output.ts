import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const { linear } = JSON.parse(
  readFileSync(new URL("../golden/published-log.json", import.meta.url), "utf8"),
) as { linear: { every: number; loss: string[]; trainingAccuracy: string } };

const published = [
  ...linear.loss.map((loss, i) => `iteration ${i * linear.every}: loss ${loss}`),
  `training accuracy: ${linear.trainingAccuracy}`,
];

/**
 * Checks the output of programs/softmax-classifier.ts: the published log, to the last digit, then a picture.
 * Returns the picture.
 */
export function checkOutput(output: string): string {
  const lines = output.trimEnd().split("\n");
  assert.deepEqual(lines.slice(0, published.length), published);
  const picture = lines.slice(published.length).join("\n");
  assert.match(picture, /^<svg\b.*<\/svg>$/s);
  return picture;
}
