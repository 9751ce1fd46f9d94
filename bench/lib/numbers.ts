import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "./paths.js";

/** Where the numbers of a job are: one file for each array, float64, as this machine stores them. */
export function directoryOf(data: string): string {
  return join(CACHE, "data", data);
}

export function hasNumbers(data: string, name: string): boolean {
  return existsSync(join(directoryOf(data), `${name}.f64`));
}

export function writeNumbers(data: string, name: string, values: Float64Array): void {
  mkdirSync(directoryOf(data), { recursive: true });
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  writeFileSync(join(directoryOf(data), `${name}.f64`), bytes);
}

export function readNumbers(data: string, name: string): Float64Array {
  const { buffer, byteOffset, byteLength } = readFileSync(join(directoryOf(data), `${name}.f64`));
  return new Float64Array(buffer, byteOffset, byteLength / 8);
}
