import { join } from "node:path";
import * as ort from "onnxruntime-web";
import type { Network, Predict } from "../lib/contract.js";

/** Runs the network that lib/onnx-model.ts wrote. */
export async function predict({ data, inputs }: Network): Promise<Predict> {
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(join(data, "model.onnx"), {
    executionProviders: ["wasm"],
  });
  return async (row) => {
    const { scores } = await session.run({ x: new ort.Tensor("float32", row as Float32Array, [1, inputs]) });
    return scores.data as Float32Array;
  };
}
