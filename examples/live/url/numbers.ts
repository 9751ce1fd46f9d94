/** The shortest text that means exactly this number and needs no escape in a URL. */
export function formatNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value).replace("e+", "e");
}

/** A decimal number and nothing else: no hexadecimal one, no space, no infinity. */
const DECIMAL = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/;

/** The longest text of a number that String makes has 24 characters. */
const LONGEST = 32;

/** The number that a text means; undefined if it is none. */
export function numberFrom(text: string): number | undefined {
  if (text.length > LONGEST || !DECIMAL.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
