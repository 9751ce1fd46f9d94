/** Sizes of letters, in pixels. */
export const FONT = { title: 16, label: 13, tick: 12 } as const;

/** From here on letters are about as wide as they are high: the scripts of East Asia, and emoji. */
const FIRST_WIDE = 0x1100;

/** About how wide a line of text is, in pixels. There is nothing to measure it with, so this errs on the wide side. */
export function textWidth(line: string, fontSize: number): number {
  let width = 0;
  for (const character of line) width += (character.codePointAt(0) as number) < FIRST_WIDE ? 0.6 : 1;
  return width * fontSize;
}

/** The text in lines that are no wider than `width`, broken at spaces; a word that is wider has a line of its own. */
export function wrap(text: string, fontSize: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const last = lines.at(-1);
    const joined = `${last} ${word}`;
    if (last !== undefined && textWidth(joined, fontSize) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
