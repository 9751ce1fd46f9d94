/**
 * A value as numbers, strings, arrays and plain objects, as the documents write it: a matrix is an array of
 * rows, and -0 is 0.
 */
export function plain(value: unknown): unknown {
  if (typeof value === "number") return value === 0 ? 0 : value;
  if (Array.isArray(value)) return value.map(plain);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return Array.from(value as unknown as ArrayLike<unknown>, plain);
  }
  if (hasToArray(value)) return plain(value.toArray());
  if (isPlainObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  return value;
}

function hasToArray(value: unknown): value is { toArray(): unknown } {
  return typeof (value as { toArray?: unknown } | null | undefined)?.toArray === "function";
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
