const view = new DataView(new ArrayBuffer(8));

/**
 * Numbers in their order as integers in theirs: neighbours among the floats become neighbours among the
 * integers.
 */
function rank(value: number): bigint {
  view.setFloat64(0, value);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** How many steps from one float64 to the next lie between two numbers: units in the last place. */
export function ulpsApart(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  const apart = rank(a) - rank(b);
  return Number(apart < 0n ? -apart : apart);
}
