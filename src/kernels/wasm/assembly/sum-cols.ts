/**
 * out[j] += sum over i of x[i, j], from top to bottom, for eight columns at a time, the size of a cache line.
 * Up to seven elements past the last column are read, summed and written too.
 */
export function sumCols(out: usize, x: usize, rows: i32, cols: i32): void {
  const row = <usize>cols << 3;
  for (let j: usize = 0; j < row; j += 64) {
    let s0 = v128.load(out + j);
    let s1 = v128.load(out + j, 16);
    let s2 = v128.load(out + j, 32);
    let s3 = v128.load(out + j, 48);
    let p = x + j;
    for (let i = rows; i > 0; i--) {
      s0 = f64x2.add(s0, v128.load(p));
      s1 = f64x2.add(s1, v128.load(p, 16));
      s2 = f64x2.add(s2, v128.load(p, 32));
      s3 = f64x2.add(s3, v128.load(p, 48));
      p += row;
    }
    v128.store(out + j, s0);
    v128.store(out + j, s1, 16);
    v128.store(out + j, s2, 32);
    v128.store(out + j, s3, 48);
  }
}
