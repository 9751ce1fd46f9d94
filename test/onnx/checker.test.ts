import { fileURLToPath } from "node:url";
import { type Computed, Layer, type Matrix } from "spiralnet";
import { type OnnxGraph, toOnnx } from "spiralnet/onnx";
import { beforeAll, describe, expect, test } from "vitest";
import { pythonWith, runPython } from "../support/python.js";
import { cases } from "./support/cases.js";

const python = pythonWith("onnx");
const files = (["float32", "float64"] as const).flatMap((dtype) =>
  cases
    .filter(({ float64 = true }) => dtype === "float32" || float64)
    .map(({ name, model }) => ({
      name: `${name}, ${dtype}`,
      file: toOnnx(model, { dtype, softmax: name === "Dense" }),
    })),
);

/** Declares three columns, and writes what x has. */
class Liar extends Layer {
  override readonly inputs = 4;
  override readonly outputs = 3;

  protected override compute(x: Matrix): Computed {
    return { y: x, back: (G) => G };
  }

  addOnnxNodes(graph: OnnxGraph, x: string): string {
    return graph.node("Relu", [x]);
  }
}

describe.skipIf(python === undefined)("the checker of ONNX has nothing against", () => {
  let problems: (string | null)[] = [];

  beforeAll(() => {
    const script = fileURLToPath(new URL("checker.py", import.meta.url));
    const encoded = [...files.map(({ file }) => file), toOnnx(new Liar())].map((file) =>
      Buffer.from(file).toString("base64"),
    );
    problems = runPython(python as string, script, encoded) as typeof problems;
  }, 120_000);

  test.each(files.map(({ name }, i) => [name, i] as const))("%s", (_name, i) => {
    expect(problems[i]).toBeNull();
  });

  test("but against a layer whose operators give other columns than it declares", () => {
    expect(problems[files.length]).toContain("shape");
  });
});
