import { checkInteger } from "../errors/number.js";
import { isPlain } from "../errors/options.js";
import { shortened, wrongNumber, wrongType } from "../errors/wrong.js";
import { MOST_ELEMENTS } from "../matrix/check-stored.js";
import { NUMBER_TYPES } from "./number-types.js";
import { parseJSON } from "./parse-json.js";

/** What a header says of a tensor. */
export interface TensorInfo {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Its first byte, counted from the start of the file, and the one after its last. */
  readonly start: number;
  readonly end: number;
}

/** What the header of a file says. */
export interface Header {
  readonly tensors: readonly TensorInfo[];
  readonly metadata: Readonly<Record<string, string>> | undefined;
}

/** Bytes before the header, which say how long it is. */
export const PREFIX = 8;

/** The most that the format allows, in bytes. */
const LONGEST_HEADER = 100_000_000;

/**
 * What the header of a safetensors file says. Throws unless the tensors fill the bytes behind it, one after
 * the other: a header can't ask for more memory than the file's numbers need.
 */
export function readHeader(operation: string, bytes: Uint8Array): Header {
  if (bytes.length < PREFIX) {
    wrongNumber(`${operation}: the number of bytes`, bytes.length, "a safetensors file: at least 8");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const longest = Math.min(LONGEST_HEADER, bytes.length - PREFIX);
  checkInteger(`${operation}: the length of the header`, length, 0, longest);
  const place = `${operation}: the header`;
  const header = parseJSON(place, decodedText(place, bytes.subarray(PREFIX, PREFIX + length)));
  const { __metadata__: metadata, ...infos } = header as Record<string, unknown>;
  const tensors = Object.entries(infos).map(([name, info]) =>
    readInfo(operation, name, info, PREFIX + length),
  );
  checkOrder(operation, tensors, PREFIX + length, bytes.length);
  return { tensors, metadata: checkedMetadata(operation, metadata) };
}

function decodedText(place: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    wrongType(place, bytes, "JSON in UTF-8");
  }
}

function checkedMetadata(operation: string, metadata: unknown): Header["metadata"] {
  if (metadata === undefined) return undefined;
  if (!isPlain(metadata)) wrongType(`${operation}: __metadata__`, metadata, "an object");
  for (const [name, text] of Object.entries(metadata)) {
    if (typeof text !== "string")
      wrongType(`${operation}: __metadata__, ${shortened(name)}`, text, "a string");
  }
  return metadata as Record<string, string>;
}

function readInfo(operation: string, name: string, info: unknown, origin: number): TensorInfo {
  if (name === "__proto__") wrongType(`${operation}: the name of a tensor`, name, "another name");
  const place = `${operation}: ${shortened(name)}`;
  if (!isPlain(info)) wrongType(place, info, "an object with dtype, shape and data_offsets");
  const { dtype, shape, data_offsets: offsets } = info as Record<string, unknown>;
  const size = sizeOf(name, dtype);
  if (size === undefined) wrongType(`${place}: dtype`, dtype, "F64, F32, F16 or BF16");
  if (!Array.isArray(shape)) wrongType(`${place}: shape`, shape, "an array");
  if (!Array.isArray(offsets)) wrongType(`${place}: data_offsets`, offsets, "an array");
  checkInteger(`${place}: the number of dimensions`, shape.length, 0, 2);
  checkInteger(`${place}: the number of data_offsets`, offsets.length, 2, 2);
  for (const [i, length] of shape.entries()) checkInteger(`${place}: shape[${i}]`, length, 0, MOST_ELEMENTS);
  for (const [i, offset] of offsets.entries()) checkInteger(`${place}: data_offsets[${i}]`, offset, 0);
  const [begin, end] = offsets as [number, number];
  const needed = shape.reduce((product: number, length: number) => product * length, size);
  if (end - begin !== needed) {
    wrongNumber(`${place}: the number of bytes`, end - begin, `${needed} for ${dtype} [${shape.join(", ")}]`);
  }
  return { name, dtype: dtype as string, shape, start: origin + begin, end: origin + end };
}

/** How many bytes a number takes; undefined for a type that is not read. */
function sizeOf(name: string, dtype: unknown): number | undefined {
  if (isCounter({ name, dtype })) return 8;
  return typeof dtype === "string" ? NUMBER_TYPES[dtype]?.size : undefined;
}

/** Whether this is how many batches PyTorch's BatchNorm has seen, which it counts and does not use. */
export function isCounter({ name, dtype }: { readonly name: string; readonly dtype: unknown }): boolean {
  return dtype === "I64" && /(^|\.)num_batches_tracked$/.test(name);
}

/** Throws unless each tensor begins where another one ends, from `start` to `end`. */
function checkOrder(operation: string, tensors: readonly TensorInfo[], start: number, end: number): void {
  let reached = start;
  for (const tensor of [...tensors].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (tensor.start !== reached) {
      const place = `${operation}: ${shortened(tensor.name)}: data_offsets[0]`;
      wrongNumber(place, tensor.start - start, `${reached - start}, where the one before it ends`);
    }
    reached = tensor.end;
  }
  if (reached !== end) {
    wrongNumber(
      `${operation}: the number of bytes behind the header`,
      end - start,
      `${reached - start}, where the last tensor ends`,
    );
  }
}
