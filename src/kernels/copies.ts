/** Copies of arrays, in `space` where it has room for them. */
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

/** Gives each array the numbers of its like. */
export function setAll(arrays: readonly Float64Array[], values: readonly Float64Array[]): void {
  arrays.forEach((array, i) => {
    array.set(values[i] as Float64Array);
  });
}
