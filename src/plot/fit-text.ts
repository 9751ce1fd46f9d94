import type { Measure } from "./text-size.js";

/**
 * The text in lines of at most this width. They break at spaces, or anywhere if a word is wider than a line.
 * What doesn't fit into `most` lines is cut off, and an ellipsis takes its place.
 */
export function wrap(text: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const pieces = measure(word) <= width ? [word] : characters(word);
    for (const [i, piece] of pieces.entries()) {
      const last = lines.at(-1);
      const longer = `${last}${i === 0 ? " " : ""}${piece}`;
      if (last !== undefined && measure(longer) <= width) lines[lines.length - 1] = longer;
      else if (lines.length < most) lines.push(piece);
      else return [...lines.slice(0, -1), cut(last ?? "", width, measure)];
    }
  }
  return lines;
}

/** The beginning of the text and an ellipsis. */
function cut(text: string, width: number, measure: Measure): string {
  const kept = characters(text);
  while (kept.length > 0 && measure(`${kept.join("")}…`) > width) kept.pop();
  return `${kept.join("")}…`;
}

/**
 * The text if it is no wider than this, else its beginning and its end, where names of a kind differ, with an
 * ellipsis between.
 */
export function shorten(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const all = characters(text);
  let short = "…";
  for (let kept = 1; kept < all.length; kept++) {
    const [start, end] = [Math.ceil(kept / 2), Math.floor(kept / 2)];
    const longer = `${all.slice(0, start).join("")}…${all.slice(all.length - end).join("")}`;
    if (measure(longer) > width) break;
    short = longer;
  }
  return short;
}

/** What a reader takes for one character: a letter with its accents, a flag, or an emoji of several parts. */
function characters(text: string): string[] {
  return text.match(/\p{RI}\p{RI}|.(?:\p{M}|\p{Emoji_Modifier}|\u200d.)*/gsu) ?? [];
}
