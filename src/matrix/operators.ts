// The arithmetic of two elements, or of one, as functions.

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

export function negative(value: number): number {
  return -value;
}
