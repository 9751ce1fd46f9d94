/** Transfers the memory of a typed array away, as `postMessage` to a worker does, and returns the array. */
export function detached<T extends ArrayBufferView>(array: T): T {
  structuredClone(array.buffer, { transfer: [array.buffer as ArrayBuffer] });
  return array;
}
