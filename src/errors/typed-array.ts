/**
 * The name of a typed array's class, such as "Float64Array"; undefined for anything else. `instanceof` would
 * miss arrays from another realm (an iframe, a vm context, Jest) and believe objects that only have the
 * prototype.
 */
export function typedArrayName(value: unknown): string | undefined {
  if (!ArrayBuffer.isView(value)) return undefined;
  const name = (value as Float64Array)[Symbol.toStringTag] as string;
  return name === "DataView" ? undefined : name;
}

/**
 * Whether a typed array lost its numbers: its memory was transferred to another thread, or has shrunk. It
 * looks empty then.
 */
export function isDetached(array: ArrayBufferView): boolean {
  try {
    (array as Float64Array).keys(); // `buffer.detached` would say so, but Node 20 does not have it.
    return false;
  } catch {
    return true;
  }
}

/** Whether a value is an array or a typed array. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || typedArrayName(value) !== undefined;
}
