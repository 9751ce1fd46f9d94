const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;

/** Browsers and Node round `Math.exp`, `log`, `sin` and others differently, which grows in a long training. */
const RELATIVE = 1e-4;

/** Whether an output is the promised one, or "nearly" so: its numbers differ, but only in their last digits. */
export function compareOutput(actual: string, promised: string): "same" | "nearly" | "different" {
  if (actual === promised) return "same";
  if (actual.replace(NUMBER, "#") !== promised.replace(NUMBER, "#")) return "different";
  const [numbers, wanted] = [numbersIn(actual), numbersIn(promised)];
  return numbers.every((number, i) => isNear(number, wanted[i] as number)) ? "nearly" : "different";
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(NUMBER)].map(([number]) => Number(number));
}

function isNear(number: number, wanted: number): boolean {
  return Math.abs(number - wanted) <= RELATIVE * Math.abs(wanted);
}
