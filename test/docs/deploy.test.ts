import { readFileSync } from "node:fs";
import * as library from "spiralnet";
import { Dense, fromSafetensors, Layer, restore, stateOf, toSafetensors } from "spiralnet";
import { toOnnx } from "spiralnet/onnx";
import { describe, expect, test } from "vitest";
import { load } from "../onnx/support/onnxruntime.js";
import { readOnnx } from "./support/onnx-file.js";

const guide = readFileSync(new URL("../../docs/deploy.md", import.meta.url), "utf8");

/** The rows of the table of layers: a layer in code, its operators, and those for float64. */
const rows = [...guide.matchAll(/^\| `(new .*)` \| (.*) \| (.*) \|$/gm)].map(
  ([, code = "", float32 = "", float64 = ""]) => ({ code, float32, float64 }),
);

function layerOf(code: string): Layer {
  return new Function(...Object.keys(library), `return ${code};`)(...Object.values(library));
}

/** The operators of a file as the table lists them. */
function listed(file: Uint8Array): string {
  return [...new Set(readOnnx(file).operators)].sort().join(", ");
}

describe("the table of layers", () => {
  test.each(rows)("$code", async ({ code, float32, float64 }) => {
    const layer = layerOf(code);
    const file = toOnnx(layer);
    expect(listed(file)).toBe(float32);
    await expect(load(file)).resolves.toBeDefined();

    const doubles = () => toOnnx(layer, { dtype: "float64" });
    const [, reason] = /^none: (.*)$/.exec(float64) ?? [];
    if (reason !== undefined) return expect(doubles).toThrow(reason);
    expect(listed(doubles())).toBe(float64 === "the same" ? float32 : float64);
    await expect(load(doubles())).resolves.toBeDefined();
  });

  test("has every layer of the library", () => {
    const isLayer = (value: unknown) => typeof value === "function" && value.prototype instanceof Layer;
    const names = Object.entries(library).flatMap(([name, value]) => (isLayer(value) ? [name] : []));
    const inProse = ["Activation", "Container", "Residual", "Sequential"];
    const inTable = rows.map(({ code }) => layerOf(code).constructor.name);
    expect([...new Set([...inTable, ...inProse])].sort()).toEqual(names.sort());
  });

  test("is of the opset that the guide says", () => {
    const opset = /opset (\d+)/.exec(guide)?.[1];
    expect(readOnnx(toOnnx(new library.ReLU())).opset).toBe(Number(opset));
  });
});

test("a worker gets a model as the bytes of its file", () => {
  const model = new Dense(2, 3);
  const workerData = structuredClone(Buffer.from(toSafetensors(stateOf(model)))); // as node:worker_threads does
  const other = new Dense(2, 3);
  restore(other, fromSafetensors(workerData));
  expect(other.weights.value.equals(model.weights.value)).toBe(true);
});
