import type { Evidence } from "../evidence.js";

/** A factor, and how it comes about. */
interface UsualFactor {
  readonly value: number;
  readonly reason: string;
}

/** The factors that have a usual reason, for a gradient of this size. */
export function usualFactors({ wrong, x }: Evidence): UsualFactor[] {
  const G = wrong.outputGradient;
  const rows = G?.rows ?? x?.rows ?? 0;
  const widths = new Set([G?.cols ?? 0, x?.cols ?? 0]);
  const positive = [
    ...counts(rows, "rows"),
    ...[...widths].flatMap((cols) => [
      ...counts(cols, "columns"),
      ...(rows > 1 && cols > 1 ? counts(rows * cols, "elements") : []),
    ]),
    {
      value: 2,
      reason: "it is added twice, or the loss has half a square and the gradient forgets the half",
    },
    { value: 0.5, reason: "the derivative of a square has a factor of 2, which is missing" },
  ];
  return [
    { value: -1, reason: "change the sign" },
    ...positive,
    ...positive.map(({ value: v, reason }) => ({ value: -v, reason: `the sign is wrong, and ${reason}` })),
  ];
}

function counts(count: number, what: string): UsualFactor[] {
  if (count < 2) return [];
  return [
    {
      value: 1 / count,
      reason: `it is divided by ${count}, the number of ${what}, once too often (a mean in the place of a sum?)`,
    },
    {
      value: count,
      reason: `it lacks a division by ${count}, the number of ${what} (a sum in the place of a mean?)`,
    },
  ];
}
