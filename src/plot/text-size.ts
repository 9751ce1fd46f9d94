/** Sizes of letters, in pixels. */
export const FONT = { title: 16, label: 13, tick: 12 } as const;

/**
 * Letters and their widths, as a share of their height. Others, such as those of East Asia, are as wide as
 * they are high.
 */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijltfrI.,:;'!|/()[\]\s-]/, 0.44],
  [/[a-ln-vx-z\d_]/, 0.64],
  [/[A-LN-VX-Z\u2212]/, 0.8],
  [/[\p{Mn}\p{Cf}]/u, 0], // accents of the letter before them, joiners
  [/\p{Extended_Pictographic}/u, 1.3],
];

/** How wide a line of text is, in pixels. */
export type Measure = (line: string) => number;

// There is nothing to measure text with, so these widths are those of DejaVu Sans, the widest of the usual
// sans-serif fonts.
export const tickWidth: Measure = (line) => FONT.tick * ems(line);
export const labelWidth: Measure = (line) => FONT.label * ems(line);
/** The title is bold, which makes it an eighth wider. */
export const titleWidth: Measure = (line) => 1.125 * FONT.title * ems(line);

/** The width of the widest line; 0 if there are none. */
export function widest(lines: readonly string[], measure: Measure): number {
  return lines.reduce((most, line) => Math.max(most, measure(line)), 0);
}

function ems(line: string): number {
  let sum = 0;
  for (const character of line) {
    const [letter = ""] = character.normalize("NFD"); // without its accents
    sum += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 1;
  }
  return sum;
}
