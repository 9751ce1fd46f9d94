import { type PlainRecord, stateOf, toSafetensors } from "spiralnet";
import { toOnnx } from "spiralnet/onnx";
import type { FileFormat } from "./messages.js";
import type { Run } from "./run.js";

/** The trained model as the bytes of a file. That of a checkpoint says with which setup it was made. */
export function bytesOf(
  { parts: { model }, setup, iteration }: Run,
  format: FileFormat,
): Uint8Array<ArrayBuffer> {
  if (format === "onnx") return toOnnx(model);
  // The compiler does not know that interfaces of plain data are records.
  const plain = setup as unknown as PlainRecord;
  const state = stateOf(model, { metadata: { setup: plain, iteration } });
  return format === "safetensors" ? toSafetensors(state) : new TextEncoder().encode(JSON.stringify(state));
}
