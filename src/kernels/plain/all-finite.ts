/** Whether no element is NaN or infinite: 0 times it is 0 then, and NaN otherwise, which no sum loses. */
export function plainAllFinite(x: Float64Array): boolean {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += 0 * (x[i] as number);
  return sum === 0;
}
