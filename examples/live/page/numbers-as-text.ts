import { currentLanguage } from "./language.js";

/** A whole number with separators, such as 12,345. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString(currentLanguage());
}

/** A share as a percentage, such as 98.3 %. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** A number with so many decimals and a true minus sign, unless it is all zeros. Large ones are in powers of ten. */
export function decimal(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return String(value);
  const text = Math.abs(value) >= 1e5 ? value.toExponential(2) : value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replaceAll("-", "−");
}

/** A number with three decimals, or in powers of ten if they would all be zero and it is not. */
export function factor(value: number): string {
  const isTiny = value !== 0 && Math.abs(value) < 0.0005;
  return isTiny ? value.toExponential(2).replaceAll("-", "−") : decimal(value);
}

/** A number with four digits at most, such as 0.001 or 2.5e-7. */
export function significant(value: number): string {
  return String(Number(value.toPrecision(4)));
}
