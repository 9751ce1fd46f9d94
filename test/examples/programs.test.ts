import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const fileOf = (name: string) => new URL(`examples/output/${name}`, root);

/** Runs an example and returns what it prints. Throws if its exit code is not 0. */
function run(name: string): string {
  return execFileSync(
    process.execPath,
    ["--import", "tsx", "--import", "./scripts/ensure-kernels.ts", `examples/${name}.ts`],
    { cwd: fileURLToPath(root), encoding: "utf8", timeout: 600_000 },
  );
}

/** Runs an example, and checks that it writes these files. */
function runWriting(name: string, files: readonly string[]): string {
  for (const file of files) rmSync(fileOf(file), { force: true });
  const output = run(name);
  expect(files.filter((file) => !existsSync(fileOf(file)))).toEqual([]);
  return output;
}

/** The numbers in the line of the output that begins with these words. */
function numbersAfter(words: string, output: string): number[] {
  const line = output.split("\n").find((text) => text.trimStart().startsWith(words));
  return (line?.slice(line.indexOf(words) + words.length).match(/\d+(\.\d+)?(e[+-]\d+)?/g) ?? []).map(Number);
}

test("digits reads at least 97 % of 2000 digits that it has not learnt from", () => {
  const output = runWriting("digits", ["digits-loss.svg", "digits-wrong.svg"]);
  const [percent] = numbersAfter("Test accuracy:", output);
  expect(percent).toBeGreaterThanOrEqual(97);

  const table = output.slice(output.indexOf("Confusion matrix of 2000")).split("\n").slice(2, 12);
  const counts = table.map((line) => numbersAfter("", line).slice(1));
  expect(counts.map((row) => row.length)).toEqual(new Array(10).fill(10));
  expect(counts.flat().reduce((sum, count) => sum + count)).toBe(2000);
  const right = counts.reduce((sum, row, digit) => sum + (row[digit] as number), 0);
  expect(right / 20).toBeCloseTo(percent as number, 0);
});

test("iris stops early, and tells flowers by the weights that it has loaded", () => {
  const output = runWriting("iris", ["iris.safetensors"]);
  expect(numbersAfter("Stopped after", output)[0]).toBeLessThan(200);
  expect(numbersAfter("Test accuracy:", output)[0]).toBeGreaterThan(0.9);
  for (const name of ["precision", "recall"]) {
    const shares = numbersAfter(`${name}:`, output);
    expect(shares).toHaveLength(3);
    expect(Math.min(...shares)).toBeGreaterThan(0.8);
  }
});

test("deep-sigmoid shows that gradients vanish but for ReLU with He's weights, which learns", () => {
  const files = ["sigmoid-large", "sigmoid-glorot", "relu-small", "relu-he", "loss"];
  const output = runWriting(
    "deep-sigmoid",
    files.map((name) => `deep-${name}.svg`),
  );
  // The share of flat units and the size of the gradient, for each of the four networks.
  type Row = [number, number, number, number, number, number, number, number];
  const first = numbersAfter("hidden layer 1", output) as Row;
  const last = numbersAfter("hidden layer 6", output) as Row;
  expect([first.length, last.length]).toEqual([8, 8]);
  expect(last[0]).toBeGreaterThan(80); // large weights saturate
  expect(last[2]).toBe(0); // Glorot's do not,
  expect(first[3]).toBeLessThan(1e-3 * last[3]); // but the gradient vanishes
  expect(Math.max(first[5], last[5])).toBeLessThan(1e-6);
  expect(first[7]).toBeGreaterThan(0.1 * last[7]);

  const [largeLoss, glorotLoss, smallLoss, heLoss] = numbersAfter("loss ", output);
  expect([glorotLoss, smallLoss].map((loss) => loss?.toFixed(2))).toEqual(["1.10", "1.10"]);
  expect(heLoss).toBeLessThan(0.05);
  expect(largeLoss).toBeGreaterThan(0.1);
  const [large, glorot, small, he] = numbersAfter("of other points", output) as [
    number,
    number,
    number,
    number,
  ];
  expect(he).toBeGreaterThan(97);
  expect(large).toBeLessThan(he - 5);
  expect(Math.max(glorot, small)).toBeLessThan(70);
});

test("resume ends with the bits of a training that never stopped", () => {
  const output = runWriting("resume", ["resume.safetensors"]);
  const [steps, batch] = numbersAfter("Loaded:", output);
  expect(steps).toBeLessThan(numbersAfter("Stopped:", output)[0] as number);
  expect(batch).toBeGreaterThan(0);
  expect(numbersAfter("Resumed:", output)).toEqual(numbersAfter("Never stopped:", output));
  expect(output).toContain("The weights are the same, bit for bit.");
});
