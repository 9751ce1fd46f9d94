/** sum + a * b, the product and the sum rounded separately. */
@inline
export function madd(sum: v128, a: v128, b: v128): v128 {
  return f64x2.add(sum, f64x2.mul(a, b));
}
