/** How a file holds numbers. */
interface NumberType {
  /** Bytes a number. */
  readonly size: number;
  /** The number whose first byte is at `at`. */
  read(view: DataView, at: number): number;
}

/** The types of numbers that float64 holds exactly, by their names in a safetensors file. */
export const NUMBER_TYPES: Readonly<Record<string, NumberType>> = {
  F64: { size: 8, read: (view, at) => view.getFloat64(at, true) },
  F32: { size: 4, read: (view, at) => view.getFloat32(at, true) },
  F16: { size: 2, read: (view, at) => half(view.getUint16(at, true)) },
  // The upper half of a float32.
  BF16: { size: 2, read: (view, at) => float32(view.getUint16(at, true) << 16) },
};

/** The number of an IEEE half: 1 bit for the sign, 5 for the exponent, 10 for the fraction. */
function half(bits: number): number {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function float32(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setInt32(0, bits);
  return view.getFloat32(0);
}
