/**
 * Copies rows x cols elements at `from`, whose strides are given, into panels of four columns at `to`. The last column fills up the last
 * panel.
 */
export function pack(to: usize, from: usize, fromRow: usize, fromCol: usize, rows: i32, cols: i32): void {
  const last = cols - 1;
  for (let j = 0; j < cols; j += 4) {
    let c0 = from + <usize>j * fromCol;
    let c1 = from + <usize>min(j + 1, last) * fromCol;
    let c2 = from + <usize>min(j + 2, last) * fromCol;
    let c3 = from + <usize>min(j + 3, last) * fromCol;
    for (let k = rows; k > 0; k--) {
      store<f64>(to, load<f64>(c0));
      store<f64>(to, load<f64>(c1), 8);
      store<f64>(to, load<f64>(c2), 16);
      store<f64>(to, load<f64>(c3), 24);
      c0 += fromRow;
      c1 += fromRow;
      c2 += fromRow;
      c3 += fromRow;
      to += 32;
    }
  }
}
