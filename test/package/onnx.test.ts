import { describe, expect, test } from "vitest";
import { type Build, loadBuilds } from "./builds.js";

const [esm, cjs] = await loadBuilds();

/** A model with a layer of each kind, made with one build. */
function modelOf({ library }: Build) {
  const { BatchNorm, Dense, Dropout, LayerNorm, Matrix, RandomState, ReLU, Residual, SiLU, sequential } =
    library;
  const random = new RandomState(0);
  const model = sequential(
    new Dense(4, 6, { random }),
    new BatchNorm(6),
    new ReLU(),
    new Residual(new Dense(6, 6, { random }), new SiLU(), new LayerNorm(6)),
    new Dropout(0.5, { random }),
    new Dense(6, 3, { random }),
  );
  model.forward(random.randn(10, 4));
  model.backward(Matrix.full(10, 3, 1));
  return model;
}

test.each(["float32", "float64"] as const)("both builds write the same bytes in %s", (dtype) => {
  const [bytes, others] = [esm, cjs].map((build) => build.onnx.toOnnx(modelOf(build), { dtype }));
  expect(bytes?.length).toBeGreaterThan(400);
  expect(bytes).toEqual(others);
});

describe.each([
  [esm, cjs],
  [cjs, esm],
])("$name", (here, there) => {
  test("writes layers of its own copy of the package and refuses those of another, by name", () => {
    const model = new here.library.Residual(new there.library.Dense(2, 2));
    expect(() => here.onnx.toOnnx(model)).toThrow(
      "toOnnx: layer 0 (Dense) is of another copy of spiralnet; expected one of the copy that spiralnet/onnx uses",
    );
  });

  test("writes any layer that says how, of any copy", () => {
    const { Dense } = there.library;
    const layer = Object.assign(new Dense(2, 2), {
      addOnnxNodes: (graph: { node(type: string, inputs: string[]): string }, x: string) =>
        graph.node("Relu", [x]),
    });
    expect(here.onnx.toOnnx(new here.library.Residual(layer)).length).toBeGreaterThan(50);
  });
});
