// AssemblyScript, compiled to src/kernels/wasm/binary.ts by scripts/build-kernels.ts. Pointers and strides are in bytes.

/**
 * out = a · b (+ out where `accumulate`) (+ bias, a row, where it is not 0), rows x cols, each element summed in the order of k.
 *
 * Element (i, k) of a lies at a + i*aRow + k*aCol. b lies in panels of four columns: element (k, j) at
 * b + (j/4)*bPanel + k*bRow + (j%4)*8. Element (i, j) of out lies at out + i*outRow + j*8.
 *
 * Four rows at a time, with room for them at `spread`: 64 bytes for each k. Past the last row the tile reads the last row again; what comes
 * out is the same and goes to the same place.
 */
export function product(
  out: usize,
  outRow: usize,
  a: usize,
  aRow: usize,
  aCol: usize,
  b: usize,
  bRow: usize,
  bPanel: usize,
  spread: usize,
  rows: i32,
  inner: i32,
  cols: i32,
  accumulate: bool,
  bias: usize,
): void {
  const last = rows - 1;
  for (let i = 0; i < rows; i += 4) {
    const i1 = <usize>min(i + 1, last);
    const i2 = <usize>min(i + 2, last);
    const i3 = <usize>min(i + 3, last);
    const a0 = a + <usize>i * aRow;
    const a1 = a + i1 * aRow;
    const a2 = a + i2 * aRow;
    const a3 = a + i3 * aRow;
    let o0 = out + <usize>i * outRow;
    let o1 = out + i1 * outRow;
    let o2 = out + i2 * outRow;
    let o3 = out + i3 * outRow;
    if (cols >= 4) spreadRows(spread, a0, a1, a2, a3, aCol, inner);
    let panel = b;
    let add = bias;
    for (let left = cols; left > 0; left -= 4) {
      if (left >= 4) {
        tile4(o0, o1, o2, o3, spread, panel, bRow, inner, accumulate, add);
      } else {
        tile3(o0, o1, o2, o3, a0, a1, a2, a3, aCol, panel, bRow, inner, accumulate, add, left);
      }
      panel += bPanel;
      o0 += 32;
      o1 += 32;
      o2 += 32;
      o3 += 32;
      if (add != 0) add += 32;
    }
  }
}

/** Four rows, element by element, each one twice: a vector to multiply by. */
@inline
function spreadRows(to: usize, a0: usize, a1: usize, a2: usize, a3: usize, aCol: usize, inner: i32): void {
  for (let k = inner; k > 0; k--) {
    v128.store(to, v128.load_splat<f64>(a0));
    v128.store(to, v128.load_splat<f64>(a1), 16);
    v128.store(to, v128.load_splat<f64>(a2), 32);
    v128.store(to, v128.load_splat<f64>(a3), 48);
    a0 += aCol;
    a1 += aCol;
    a2 += aCol;
    a3 += aCol;
    to += 64;
  }
}

@inline
function madd(sum: v128, a: v128, b: v128): v128 {
  return f64x2.add(sum, f64x2.mul(a, b));
}

/**
 * The inner loop of every large product: eight sums in registers, rows from `spreadRows`, four columns of a panel.
 *
 * Two turns are written out to spare the counting. An engine may move all the loads of a stretch without branches to its start, where
 * they wait for registers and the arithmetic waits for them; the comparisons with numbers that k never is end such a stretch
 * after two rows, which makes the loop a quarter faster.
 */
@inline
function tile4(
  o0: usize,
  o1: usize,
  o2: usize,
  o3: usize,
  a: usize,
  b: usize,
  bRow: usize,
  inner: i32,
  accumulate: bool,
  bias: usize,
): void {
  let s00 = f64x2.splat(0);
  let s01 = f64x2.splat(0);
  let s10 = f64x2.splat(0);
  let s11 = f64x2.splat(0);
  let s20 = f64x2.splat(0);
  let s21 = f64x2.splat(0);
  let s30 = f64x2.splat(0);
  let s31 = f64x2.splat(0);
  if (accumulate) {
    s00 = v128.load(o0);
    s01 = v128.load(o0, 16);
    s10 = v128.load(o1);
    s11 = v128.load(o1, 16);
    s20 = v128.load(o2);
    s21 = v128.load(o2, 16);
    s30 = v128.load(o3);
    s31 = v128.load(o3, 16);
  }
  if (inner > 0) {
    let k = inner;
    do {
      let b0 = v128.load(b);
      let b1 = v128.load(b, 16);
      let x = v128.load(a);
      s00 = madd(s00, x, b0);
      s01 = madd(s01, x, b1);
      x = v128.load(a, 16);
      s10 = madd(s10, x, b0);
      s11 = madd(s11, x, b1);
      if (k == -1) break;
      x = v128.load(a, 32);
      s20 = madd(s20, x, b0);
      s21 = madd(s21, x, b1);
      x = v128.load(a, 48);
      s30 = madd(s30, x, b0);
      s31 = madd(s31, x, b1);
      if (k == 1) break;

      b += bRow;
      b0 = v128.load(b);
      b1 = v128.load(b, 16);
      x = v128.load(a, 64);
      s00 = madd(s00, x, b0);
      s01 = madd(s01, x, b1);
      x = v128.load(a, 80);
      s10 = madd(s10, x, b0);
      s11 = madd(s11, x, b1);
      if (k == -2) break;
      x = v128.load(a, 96);
      s20 = madd(s20, x, b0);
      s21 = madd(s21, x, b1);
      x = v128.load(a, 112);
      s30 = madd(s30, x, b0);
      s31 = madd(s31, x, b1);
      a += 128;
      b += bRow;
      k -= 2;
    } while (k > 0);
  }
  if (bias != 0) {
    const c0 = v128.load(bias);
    const c1 = v128.load(bias, 16);
    s00 = f64x2.add(s00, c0);
    s01 = f64x2.add(s01, c1);
    s10 = f64x2.add(s10, c0);
    s11 = f64x2.add(s11, c1);
    s20 = f64x2.add(s20, c0);
    s21 = f64x2.add(s21, c1);
    s30 = f64x2.add(s30, c0);
    s31 = f64x2.add(s31, c1);
  }
  v128.store(o0, s00);
  v128.store(o0, s01, 16);
  v128.store(o1, s10);
  v128.store(o1, s11, 16);
  v128.store(o2, s20);
  v128.store(o2, s21, 16);
  v128.store(o3, s30);
  v128.store(o3, s31, 16);
}

/** One, two or three columns: a pair, and a single one, which is the only one where there is one. What is not there is computed and not stored. */
@inline
function tile3(
  o0: usize,
  o1: usize,
  o2: usize,
  o3: usize,
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  aCol: usize,
  b: usize,
  bRow: usize,
  inner: i32,
  accumulate: bool,
  bias: usize,
  cols: i32,
): void {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let s2 = f64x2.splat(0);
  let s3 = f64x2.splat(0);
  const single: usize = cols == 1 ? 0 : 16;
  // The single column, two rows a vector.
  let t01 = f64x2.splat(0);
  let t23 = f64x2.splat(0);
  if (accumulate) {
    s0 = v128.load(o0);
    s1 = v128.load(o1);
    s2 = v128.load(o2);
    s3 = v128.load(o3);
    t01 = v128.load_lane<f64>(o1 + single, v128.load_lane<f64>(o0 + single, t01, 0), 1);
    t23 = v128.load_lane<f64>(o3 + single, v128.load_lane<f64>(o2 + single, t23, 0), 1);
  }
  for (let k = inner; k > 0; k--) {
    const b0 = v128.load(b);
    const b1 = v128.load_splat<f64>(b + single);
    const x0 = v128.load_splat<f64>(a0);
    const x1 = v128.load_splat<f64>(a1);
    const x2 = v128.load_splat<f64>(a2);
    const x3 = v128.load_splat<f64>(a3);
    s0 = madd(s0, x0, b0);
    s1 = madd(s1, x1, b0);
    s2 = madd(s2, x2, b0);
    s3 = madd(s3, x3, b0);
    t01 = madd(t01, v128.shuffle<f64>(x0, x1, 0, 2), b1);
    t23 = madd(t23, v128.shuffle<f64>(x2, x3, 0, 2), b1);
    a0 += aCol;
    a1 += aCol;
    a2 += aCol;
    a3 += aCol;
    b += bRow;
  }
  if (bias != 0) {
    const c0 = v128.load(bias);
    s0 = f64x2.add(s0, c0);
    s1 = f64x2.add(s1, c0);
    s2 = f64x2.add(s2, c0);
    s3 = f64x2.add(s3, c0);
    const c1 = v128.load_splat<f64>(bias + single);
    t01 = f64x2.add(t01, c1);
    t23 = f64x2.add(t23, c1);
  }
  if (cols > 1) {
    v128.store(o0, s0);
    v128.store(o1, s1);
    v128.store(o2, s2);
    v128.store(o3, s3);
  }
  if (cols != 2) {
    v128.store_lane<f64>(o0 + single, t01, 0);
    v128.store_lane<f64>(o1 + single, t01, 1);
    v128.store_lane<f64>(o2 + single, t23, 0);
    v128.store_lane<f64>(o3 + single, t23, 1);
  }
}

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

/** out = values where x > 0, else 0. Eight at a time, a line of a cache; what is left is done one by one. */
export function wherePositive(out: usize, values: usize, x: usize, count: i32): void {
  const zero = f64x2.splat(0);
  for (; count >= 8; count -= 8) {
    const v0 = v128.and(v128.load(values), f64x2.gt(v128.load(x), zero));
    const v1 = v128.and(v128.load(values, 16), f64x2.gt(v128.load(x, 16), zero));
    const v2 = v128.and(v128.load(values, 32), f64x2.gt(v128.load(x, 32), zero));
    const v3 = v128.and(v128.load(values, 48), f64x2.gt(v128.load(x, 48), zero));
    v128.store(out, v0);
    v128.store(out, v1, 16);
    v128.store(out, v2, 32);
    v128.store(out, v3, 48);
    out += 64;
    values += 64;
    x += 64;
  }
  for (; count > 0; count--) {
    store<f64>(out, load<f64>(x) > 0 ? load<f64>(values) : 0);
    out += 8;
    values += 8;
    x += 8;
  }
}

/** to += factor * from. Eight at a time; what is left is done one by one. */
export function addScaled(to: usize, factor: f64, from: usize, count: i32): void {
  const f = f64x2.splat(factor);
  for (; count >= 8; count -= 8) {
    v128.store(to, madd(v128.load(to), f, v128.load(from)));
    v128.store(to, madd(v128.load(to, 16), f, v128.load(from, 16)), 16);
    v128.store(to, madd(v128.load(to, 32), f, v128.load(from, 32)), 32);
    v128.store(to, madd(v128.load(to, 48), f, v128.load(from, 48)), 48);
    to += 64;
    from += 64;
  }
  for (; count > 0; count--) {
    store<f64>(to, load<f64>(to) + factor * load<f64>(from));
    to += 8;
    from += 8;
  }
}

/**
 * out[j] += sum over i of x[i, j], from top to bottom. Eight columns at a time, a line of a cache; up to seven past the last are read, summed
 * and written too.
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

/** Whether no element is NaN or infinite: 0 times it is 0 then, and NaN otherwise, which no sum loses. Four sums, none waits for another. */
export function allFinite(x: usize, count: i32): bool {
  const zero = f64x2.splat(0);
  let s0 = zero;
  let s1 = zero;
  let s2 = zero;
  let s3 = zero;
  const end = x + (<usize>count << 3);
  for (; x + 56 < end; x += 64) {
    s0 = f64x2.add(s0, f64x2.mul(v128.load(x), zero));
    s1 = f64x2.add(s1, f64x2.mul(v128.load(x, 16), zero));
    s2 = f64x2.add(s2, f64x2.mul(v128.load(x, 32), zero));
    s3 = f64x2.add(s3, f64x2.mul(v128.load(x, 48), zero));
  }
  for (; x < end; x += 8) s0 = f64x2.add(s0, f64x2.mul(v128.load_splat<f64>(x), zero));
  // All lanes are equal to 0, or one of them is NaN.
  return i64x2.all_true(f64x2.eq(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)), zero));
}

/**
 * Softmax of each row: max and sum get a row's largest element and the sum of e^(x - max), from left to right; probs gets their share of it.
 * Behind probs there is room for one element more.
 */
export function softmax(
  probs: usize,
  max: usize,
  sum: usize,
  x: usize,
  rows: i32,
  cols: i32,
  series: usize,
): void {
  const width = <usize>cols << 3;
  const end = probs + <usize>rows * width;
  const differences = probs;
  for (let p = probs; p < end; ) {
    let most = f64x2.splat(-Infinity);
    for (let j: usize = 0; j < width; j += 8) most = f64x2.pmax(most, v128.load_splat<f64>(x + j));
    v128.store_lane<f64>(max, most, 0);
    max += 8;
    for (let j: usize = 0; j < width; j += 8) {
      v128.store_lane<f64>(p, f64x2.sub(v128.load_splat<f64>(x), most), 0);
      x += 8;
      p += 8;
    }
  }
  for (let p = probs; p < end; p += 16) v128.store(p, exp(v128.load(p), series));
  for (let p = probs; p < end; ) {
    let total: f64 = 0;
    const stop = p + width;
    for (let q = p; q < stop; q += 8) total += load<f64>(q);
    store<f64>(sum, total);
    sum += 8;
    const divisor = f64x2.splat(total);
    for (; p + 8 < stop; p += 16) v128.store(p, f64x2.div(v128.load(p), divisor));
    if (p < stop) {
      store<f64>(p, load<f64>(p) / total);
      p += 8;
    }
  }
}

/** e^x for x <= 0; the same steps as exponential.ts, two at a time, with the numbers of its SERIES. */
@inline
function exp(x: v128, series: usize): v128 {
  const shift = f64x2.splat(6755399441055744);
  x = f64x2.pmax(x, f64x2.splat(-750));
  const shifted = f64x2.add(f64x2.mul(x, f64x2.splat(1.4426950408889634)), shift);
  const k = f64x2.sub(shifted, shift);
  const high = f64x2.sub(x, f64x2.mul(k, f64x2.splat(0.6931471803691238)));
  const low = f64x2.mul(k, f64x2.splat(1.9082149292705877e-10));
  const r = f64x2.sub(high, low);
  const lost = f64x2.sub(f64x2.sub(high, r), low);
  let p = v128.load_splat<f64>(series);
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(series, 8));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(series, 16));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(series, 24));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(series, 32));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(series, 40));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(series, 48));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(series, 56));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(series, 64));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(series, 72));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(series, 80));
  p = f64x2.add(f64x2.mul(p, r), v128.load_splat<f64>(series, 88));
  const e = f64x2.add(f64x2.add(f64x2.add(f64x2.mul(f64x2.mul(r, r), p), lost), r), f64x2.splat(1));
  // The last bits of the shifted number are k; 2^k alone may be too small for a float64.
  const power = i64x2.shl(i64x2.add(shifted, i64x2.splat(1023 + 512)), 52);
  return f64x2.mul(f64x2.mul(e, power), f64x2.splat(7.458340731200207e-155));
}
