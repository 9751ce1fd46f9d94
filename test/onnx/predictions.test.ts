import * as library from "spiralnet";
import { Layer, type Matrix } from "spiralnet";
import { toOnnx } from "spiralnet/onnx";
import { describe, expect, test } from "vitest";
import { cases, ROWS } from "./support/cases.js";
import { expectClose } from "./support/expect-close.js";
import { run } from "./support/onnxruntime.js";

describe.each([
  ["float32", 1e-6],
  ["float64", 1e-12],
] as const)("onnxruntime predicts the same in %s", (dtype, tolerance) => {
  const written = cases.filter(({ float64 = true }) => dtype === "float32" || float64);

  test.each(written.map((each) => [each.name, each] as const))("%s", async (_name, { model, x: rows }) => {
    const x = rows.map(dtype === "float32" ? Math.fround : (value) => value);
    const batches = [x.slice([0, 1]), x];
    const results = await run(toOnnx(model, { dtype }), dtype, ...batches);
    batches.forEach((batch, i) => {
      expectClose(results[i] as Matrix, model.predict(batch), tolerance);
    });
    expect(results.map(({ rows }) => rows)).toEqual([1, ROWS]);
  });
});

test("every layer of the library is among them", () => {
  const isLayer = (value: unknown): value is typeof Layer =>
    typeof value === "function" && value.prototype instanceof Layer;
  const isOpen = (name: string) => ["Activation", "Container"].includes(name); // made to be extended
  const layers = Object.values(library).filter(isLayer);
  const missing = layers.filter((type) => !cases.some(({ model }) => model.constructor === type));
  expect(missing.map(({ name }) => name).filter((name) => !isOpen(name))).toEqual([]);
});
