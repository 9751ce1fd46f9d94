/** A copy of the numbers, in `space` where that is as long. */
export function copied(data: Float64Array, space?: Float64Array): Float64Array {
  if (space?.length !== data.length) return data.slice();
  space.set(data);
  return space;
}
