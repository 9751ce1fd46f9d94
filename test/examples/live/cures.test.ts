import { describe, expect, it } from "vitest";
import { cureOf } from "../../../examples/live/cures.js";
import { PRESETS } from "../../../examples/live/presets.js";
import { Run } from "../../../examples/live/run.js";
import { bytesOf } from "../../../examples/live/save.js";
import type { Setup } from "../../../examples/live/setup.js";
import { setupFrom } from "../../../examples/live/url.js";

describe("an error of a run", () => {
  it.each([
    ["a training that diverges", PRESETS.highLearningRate, "diverged"],
    [
      "weights that overflow at once",
      setupFrom("#deviation=100&hidden=128,128,128,128,128,128").setup,
      "diverged",
    ],
    ["a BatchNorm with one point", setupFrom("#batch=1&normalization=BatchNorm").setup, "oneRow"],
    ["no points", setupFrom("#data=own").setup, "noPoints"],
  ])("has a cure: %s", (_, setup, cure) => {
    expect(cureOf(errorOf(() => trained(setup)))).toBe(cure);
  });

  it("has a cure: a model too large for ONNX", () => {
    const run = new Run(setupFrom("#rate=1000000").setup);
    errorOf(() => steps(run));
    expect(cureOf(errorOf(() => bytesOf(run, "onnx")))).toBe("tooLargeForOnnx");
  });

  it("has none if it is another one", () => {
    expect(cureOf(new TypeError("x is not a function"))).toBeUndefined();
  });
});

function trained(setup: Setup): void {
  steps(new Run(setup));
}

function steps(run: Run): void {
  for (let i = 0; i < 300; i++) run.step();
}

function errorOf(action: () => void): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error("Nothing was thrown");
}
