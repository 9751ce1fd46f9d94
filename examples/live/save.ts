import { type PlainRecord, type Sequential, stateOf, toSafetensors } from "spiralnet";
import { toOnnx } from "spiralnet/onnx";
import type { FileFormat } from "./messages.js";
import type { Run } from "./run.js";

/** The trained model as the bytes of a file. That of a checkpoint says with which setup it was made. */
export function bytesOf(
  { parts: { model }, setup, iteration }: Run,
  format: FileFormat,
): Uint8Array<ArrayBuffer> {
  // The compiler does not know that interfaces of plain data are records.
  return modelBytes(model, format, { setup: setup as unknown as PlainRecord, iteration });
}

/** A model as the bytes of a file. That of a checkpoint has the metadata, too. */
export function modelBytes(
  model: Sequential<2>,
  format: FileFormat,
  metadata: PlainRecord,
): Uint8Array<ArrayBuffer> {
  if (format === "onnx") return toOnnx(model);
  const state = stateOf(model, { metadata });
  return format === "safetensors" ? toSafetensors(state) : new TextEncoder().encode(JSON.stringify(state));
}
