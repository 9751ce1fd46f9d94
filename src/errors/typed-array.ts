/**
 * The name of a typed array's class, such as "Float64Array"; undefined for anything else. `instanceof` would miss arrays from another realm
 * (an iframe, a vm context, Jest) and believe objects that only have the prototype.
 */
export function typedArrayName(value: unknown): string | undefined {
  if (!ArrayBuffer.isView(value)) return undefined;
  const name = (value as Float64Array)[Symbol.toStringTag] as string;
  return name === "DataView" ? undefined : name;
}

/** Whether the memory behind a typed array was transferred to another thread. Such an array looks empty. */
export function isDetached({ buffer }: ArrayBufferView): boolean {
  // `buffer.detached` would say so, but Node 20 does not have it.
  try {
    buffer.slice(0, 0);
    return false;
  } catch {
    return true;
  }
}
