/**
 * Copies of arrays; those of the right length in `space` are overwritten, for the others there are new ones.
 */
export function copies(
  arrays: readonly Float64Array[],
  space: readonly Float64Array[] = [],
): readonly Float64Array[] {
  return arrays.map((array, i) => {
    const copy = space[i];
    if (copy?.length !== array.length) return array.slice();
    copy.set(array);
    return copy;
  });
}

/** Copies each of the values into the array at its place. */
export function setAll(arrays: readonly Float64Array[], values: readonly Float64Array[]): void {
  arrays.forEach((array, i) => {
    array.set(values[i] as Float64Array);
  });
}
