// The arithmetic and the comparison of two elements, or of one, as functions. Comparisons give 1 or 0.

export function plus(a: number, b: number): number {
  return a + b;
}

export function minus(a: number, b: number): number {
  return a - b;
}

export function times(a: number, b: number): number {
  return a * b;
}

export function divided(a: number, b: number): number {
  return a / b;
}

export function second(_a: number, b: number): number {
  return b;
}

export function greater(a: number, b: number): number {
  return Number(a > b);
}

export function greaterEqual(a: number, b: number): number {
  return Number(a >= b);
}

export function less(a: number, b: number): number {
  return Number(a < b);
}

export function lessEqual(a: number, b: number): number {
  return Number(a <= b);
}

export function equalTo(a: number, b: number): number {
  return Number(a === b);
}

export function notEqualTo(a: number, b: number): number {
  return Number(a !== b);
}

export function negative(value: number): number {
  return -value;
}
