import * as onnxruntime from "onnxruntime-web/wasm";
import { Matrix } from "spiralnet";

onnxruntime.env.wasm.numThreads = 1;

/** Loads a file in onnxruntime. Rejects if it can't. */
export function load(file: Uint8Array): Promise<onnxruntime.InferenceSession> {
  return onnxruntime.InferenceSession.create(file, {
    executionProviders: ["wasm"],
    logSeverityLevel: 4, // an error that is expected needs no log
  });
}

/** The only output of a file for each of these inputs, as onnxruntime computes it. */
export async function run(
  file: Uint8Array,
  dtype: "float32" | "float64",
  ...inputs: readonly Matrix[]
): Promise<Matrix[]> {
  const session = await load(file);
  const [inputName, ...others] = session.inputNames;
  if (inputName === undefined || others.length > 0) throw new Error("the file has not one input");
  const results: Matrix[] = [];
  for (const x of inputs) {
    const data = dtype === "float32" ? Float32Array.from(x.data) : x.data;
    const tensor = new onnxruntime.Tensor(dtype, data, x.shape);
    const [output, ...more] = Object.values(await session.run({ [inputName]: tensor }));
    if (output === undefined || more.length > 0) throw new Error("the file has not one output");
    if (output.type !== dtype) throw new Error(`the output is ${output.type}`);
    const [rows, cols] = output.dims as [number, number];
    results.push(new Matrix(rows, cols, Float64Array.from(output.data as Float64Array)));
  }
  await session.release();
  return results;
}
