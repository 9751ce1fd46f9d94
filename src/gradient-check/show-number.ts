/** A number with four digits at most, as evidence shows it. */
export function showNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}
