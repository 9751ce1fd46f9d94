/**
 * Copies rows x cols elements at `from`, with the given strides, into panels of four columns at `to`. The
 * last panel is filled up with copies of the last column.
 */
export function pack(to: usize, from: usize, fromRow: usize, fromCol: usize, rows: i32, cols: i32): void {
  const last = cols - 1;
  for (let j = 0; j < cols; j += 4) {
    const c0 = from + <usize>j * fromCol;
    const c1 = from + <usize>min(j + 1, last) * fromCol;
    const c2 = from + <usize>min(j + 2, last) * fromCol;
    const c3 = from + <usize>min(j + 3, last) * fromCol;
    let at: usize = 0;
    for (let k = rows; k > 0; k--) {
      store<f64>(to, load<f64>(c0 + at));
      store<f64>(to, load<f64>(c1 + at), 8);
      store<f64>(to, load<f64>(c2 + at), 16);
      store<f64>(to, load<f64>(c3 + at), 24);
      at += fromRow;
      to += 32;
    }
  }
}
