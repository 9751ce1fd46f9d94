import { BatchNorm, Dense, ReLU, sequential } from "spiralnet";
import { checkLayer } from "spiralnet/check";
import { expect, test } from "vitest";
import { affineReluBackward, affineReluForward } from "./affine-relu.js";
import { batchnormBackward, batchnormForward } from "./batchnorm.js";

test("batch normalization is right", () => {
  const mine = { forward: batchnormForward, backward: batchnormBackward };
  const report = checkLayer(mine, { like: (inputs) => new BatchNorm(inputs) });
  // prints the whole report if it did not
  expect(String(report)).toContain("passed");
});

test("affine with ReLU takes a mean for db instead of a sum", () => {
  const mine = { forward: affineReluForward, backward: affineReluBackward };
  const report = checkLayer(mine, {
    like: (d, m) => sequential(new Dense(d, m), new ReLU()),
  });
  expect(report.passed).toBe(false);
  expect(report.difference?.what).toBe("gradient");
  expect(report.diagnoses[0]).toMatchObject({
    kind: "factor",
    name: "0.biases",
  });
});
