/** out = 1 / (1 + e^-x); the exponential may overflow to Infinity, which gives the 0 it should. */
export function sigmoid(out: Float64Array, x: Float64Array): void {
  for (let i = 0; i < x.length; i++) out[i] = 1 / (1 + Math.exp(-(x[i] as number)));
}

/** out = gradient * y * (1 - y), y being the sigmoid. */
export function sigmoidGradient(out: Float64Array, gradient: Float64Array, y: Float64Array): void {
  for (let i = 0; i < y.length; i++) {
    const value = y[i] as number;
    out[i] = (gradient[i] as number) * value * (1 - value);
  }
}

/** out = tanh x */
export function tanh(out: Float64Array, x: Float64Array): void {
  for (let i = 0; i < x.length; i++) out[i] = Math.tanh(x[i] as number);
}

/** out = gradient * (1 - y^2), y being the hyperbolic tangent. */
export function tanhGradient(out: Float64Array, gradient: Float64Array, y: Float64Array): void {
  for (let i = 0; i < y.length; i++) {
    const value = y[i] as number;
    out[i] = (gradient[i] as number) * (1 - value * value);
  }
}
