/**
 * 0 in both lanes, computed from any number that is not negative: as a constant it would be written out, in sixteen bytes, wherever it is
 * used. It takes a register for as long as it is used.
 */
@inline
export function zeroFrom(count: i32): v128 {
  return i64x2.splat(<i64>count >> 63);
}
